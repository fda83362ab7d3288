import { rmSync } from 'node:fs';
import path from 'node:path';
import { decide, type Verdict } from '../assess/decide.js';
import { makePlan, type PlanInput } from '../assess/make-plan.js';
import { closestWord } from '../link/closest-word.js';
import type { Decision } from '../model/decision.js';
import type { Plan } from '../model/plan.js';
import type { TrackerItem } from '../model/tracker-item.js';
import type { ConfigProblem } from './config-document.js';
import { decisionFolder, DecisionError, readDecisions, writeDecision } from './decision-files.js';
import type { Configuration } from './session.js';

/** What a plan is made from besides the files of decisions. */
export interface PlanGround extends Pick<PlanInput, 'report' | 'today' | 'months' | 'debtOf' | 'collateralSince'> {
  /** Absolute path of the scanned folder. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly items: readonly TrackerItem[];
}

export interface Planned {
  readonly plan: Plan;
  /** Files of decisions that are broken; the plan goes without them. */
  readonly problems: readonly ConfigProblem[];
}

export interface Decided {
  readonly decision: Decision;
  /** Absolute path. */
  readonly file: string;
}

export function planWorkspace({ root, configuration, ...ground }: PlanGround): Planned {
  const { config, file } = configuration;
  const { decisions, problems } = readDecisions(decisionFolder(root, file));
  const settings = { imported: config.importedCustomers, settings: config.planning };
  return { plan: makePlan({ ...ground, ...settings, decisions }), problems };
}

/** Writes down what was decided about one customization. Throws DecisionError with what is wrong or missing. */
export function decideInWorkspace(ground: PlanGround, id: string, verdict: Verdict): Decided {
  const { plan } = planWorkspace(ground);
  const customization = plan.customizations.find((candidate) => candidate.id === id);
  if (!customization) {
    const ids = plan.customizations.map((candidate) => candidate.id);
    const close = closestWord(id, ids);
    throw new DecisionError(
      `There is no customization "${id}". ${close === undefined ? 'oneoff plan lists them.' : `Did you mean "${close}"?`}`,
    );
  }
  const decision = decide(customization, verdict, ground.today, ground.report.history ? ground.months : null);
  if ('blockers' in decision) throw new DecisionError(`${id} cannot be retired yet. Somebody has to say ${decision.blockers.join('; ')}.`);
  const folder = decisionFolder(ground.root, ground.configuration.file);
  const file = writeDecision(folder, decision);
  const former = customization.decision?.customization ?? id;
  if (former !== id) rmSync(path.join(folder, `${former}.json`), { force: true });
  return { decision, file };
}
