import type { PlanningSettings } from '../model/config.js';

/**
 * From how many further customers on within the years it pays to write something once for all instead of once more for each.
 * `copies` is how many there are. The cost of writing one copy cancels out:
 *
 *     m ≥ (RCWR + RCR·k − T·a·(k − RCWR − RCR·k)) ÷ (1 − RCR)
 *
 * Never below 0. `reusing` is below 1, as the configuration's schema has it.
 */
export function generaliseFrom(copies: number, { years, upkeep, writingForReuse, reusing }: PlanningSettings): number {
  const general = writingForReuse + reusing * copies;
  return Math.max(0, (general - years * upkeep * (copies - general)) / (1 - reusing));
}
