/** Languages whose files hold data alone. JSON includes its dialect with comments. */
export type DataLanguage = 'json' | 'yaml' | 'environment';

/** The data language of a file by its name, or null for files of any other sort. */
export function dataLanguage(path: string): DataLanguage | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.jsonc?$/.test(name)) return 'json';
  if (/\.ya?ml$/.test(name)) return 'yaml';
  if (/\.(?:[cm]?[jt]s|[jt]sx)$/.test(name)) return null;
  return /^\.env(?:\.[\w-]+)*$|\.env$/.test(name) ? 'environment' : null;
}
