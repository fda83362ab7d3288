import type { Option } from '../model/debt.js';
import type { BoardGroup } from '../webview/board-messages.js';
import type { Translate } from './translate.js';

export function nameOption(t: Translate, option: Option): string {
  switch (option) {
    case 'keep':
      return t('Keep');
    case 'isolate':
      return t('Isolate');
    case 'generalise':
      return t('Generalise');
    case 'retire':
      return t('Retire');
  }
}

export function tellOption(t: Translate, option: Option): string {
  switch (option) {
    case 'keep':
      return t('Leave it as it is and look again at the review date');
    case 'isolate':
      return t('Move it behind one extension point, module or setting');
    case 'generalise':
      return t('Make it a part of the product that every customer can have');
    case 'retire':
      return t('Take it out');
  }
}

export function nameGroup(t: Translate, group: BoardGroup): string {
  if (group === 'review') return t('To review');
  return group === 'undecided' ? t('Undecided') : nameOption(t, group);
}

/** The fixed texts of the board, by the names that the page has for them. */
export function boardLabels(t: Translate): Record<string, string> {
  return {
    cards: t('Customizations'),
    'no-cards': t('Nothing to decide: no code for single customers was found.'),
    'no-matches': t('No customization matches.'),
    evidence: t('Evidence'),
    suggestion: t('The rules suggest:'),
    'no-suggestion': t('No suggestion: find this out first'),
    missing: t('Not known'),
    requests: t('Requests'),
    'no-requests': t('No request is known for this code.'),
    'create-item': t('Create an Item in the Tracker…'),
    places: t('Places'),
    'more-places': t('and {0} more, see the tree'),
    decision: t('Decision'),
    owner: t('Owner'),
    review: t('Review on'),
    expected: t('Further customers expected'),
    note: t('Note'),
    'before-retiring': t('Before this is retired'),
    contract: t('No contract promises it'),
    usage: t('Its usage has been looked at'),
    notice: t('The customer is told by'),
    'keep-decision': t('Keep Decision'),
    'needs-number': t('Give the expected customers as a number.'),
    'needs-owner': t('Name an owner.'),
    'needs-review': t('Give a review date.'),
    'needs-checks': t('Check contract and usage, and give the date of the notice.'),
    filter: t('Filter'),
    'what-if': t('What If These Go?'),
    export: t('Export as Markdown'),
    'rests-on': t('What this rests on'),
    keys: t('↑ ↓ move · 1–4 choose · Enter form · Ctrl+Enter keep · Space tick · / filter · e export'),
  };
}
