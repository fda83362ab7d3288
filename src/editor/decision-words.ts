import type { Decision } from '../model/decision.js';
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import { nameOption } from './board-labels.js';
import type { Translate } from './translate.js';

/** What was decided about a one-off, and whether it is to be looked at again. */
export interface Decided {
  readonly decision: Decision;
  readonly isDue: boolean;
}

/** Decisions by id of finding; what is only noted, not decided, is left out. */
export type Decisions = ReadonlyMap<string, Decided>;

export function decisionsOf({ customizations }: Plan): Decisions {
  return new Map(
    customizations.flatMap(({ sites, decision, isDue }) =>
      decision && decision.option !== null ? sites.map(({ id }) => [id, { decision, isDue }] as const) : [],
    ),
  );
}

/** What a row says: `Keep`, `Keep, to review`; empty where nothing was decided. */
export function describeDecision(t: Translate, { id }: Finding, decisions: Decisions): string {
  const decided = decisions.get(id);
  if (!decided?.decision.option) return '';
  const option = nameOption(t, decided.decision.option);
  return decided.isDue ? t('{0}, to review', option) : option;
}

/** What a hover says, as lines. */
export function explainDecision(t: Translate, { id }: Finding, decisions: Decisions): readonly string[] {
  const decided = decisions.get(id);
  if (!decided?.decision.option) return [];
  const { option, owner, decidedOn, reviewOn, note } = decided.decision;
  const parts = [
    t('Decided {0}: {1}', decidedOn, nameOption(t, option)),
    owner === '' ? '' : t('owner {0}', owner),
    reviewOn === null ? '' : decided.isDue ? t('review was due {0}', reviewOn) : t('review {0}', reviewOn),
  ];
  return [parts.filter(Boolean).join(' · '), ...(note === '' ? [] : [note])];
}
