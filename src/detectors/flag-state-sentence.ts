import type { FlagState } from '../model/finding.js';

/** A sentence that says what a definition file makes of a flag. */
export function describeState({ path, line }: { readonly path: string; readonly line: number }, state: FlagState): string {
  const more = [
    ...(state.expired === undefined ? [] : [`it expired on ${state.expired}`]),
    ...(state.isPermanent ? ['it is meant to stay'] : []),
  ];
  return `It is defined in ${path}:${line}${[inWords(state), ...more].map((part) => `; ${part}`).join('')}.`;
}

function inWords({ kind, value, targets = [], isInverted, percent = 0 }: FlagState): string {
  const who = targets.map((target) => `“${target}”`).join(', ');
  switch (kind) {
    case 'constant':
      return `everybody gets ${settingText(value)} in every environment that the files tell of`;
    case 'one-customer':
    case 'cohort':
      return isInverted ? `everybody but ${who} gets another value` : `only ${who} ${targets.length > 1 ? 'get' : 'gets'} another value`;
    case 'percentage':
      return `${percent} % of everybody get another value`;
    case 'varying':
      return 'its value differs between environments or users';
    case 'dead-key':
      return 'no code asks for it';
    case 'unknown-key':
      return 'no file defines it';
  }
}

function settingText(value: FlagState['value']): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? `“${value}”` : String(value);
}
