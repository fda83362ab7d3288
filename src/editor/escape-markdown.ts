/** Text that Markdown shows as it stands: no emphasis, links, images, HTML or icons come of it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~|<>$&:@]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text that HTML shows as it stands. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
