/** Marks of template languages that are worked through before a browser reads the script: EJS, ERB, PHP, Jinja, Handlebars, Go. */
const serverMarks = /<%[\s\S]*?%>|<\?(?:php|=)[\s\S]*?\?>|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const valueMark = /^(?:<%[=-]|<\?=|<\?php\s+echo\b|\{\{)/;

/** A script with names in place of the values that a server puts in, and nothing in place of its statements. The length stays. */
export function withoutServerMarks(script: string): string {
  return script.replace(serverMarks, (mark) => mark.replace(/[^\r\n]/g, valueMark.test(mark) && !mark.includes('\n') ? '_' : ' '));
}
