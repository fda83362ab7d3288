import type { ConfigProblem } from './config-document.js';
import type { LoadedConfig } from './find-config.js';

/** A warning for each glob that matched no file of the scan; `unused` are indices into `include` and `exclude`. */
export function unusedGlobs(
  { document, config }: LoadedConfig,
  unused: { readonly include: readonly number[]; readonly exclude: readonly number[] },
): readonly ConfigProblem[] {
  if (!document) return [];
  return (['include', 'exclude'] as const).flatMap((key) =>
    unused[key].map((index) => {
      const message = `"${config[key][index] ?? ''}" in "${key}" matches no source file that would otherwise be scanned.`;
      return document.problem(
        'warning',
        [key, index],
        message,
        "Globs are relative to this file's folder and use /; correct or remove it.",
      );
    }),
  );
}
