import { confidences, kinds, type Confidence, type Kind } from '../../../src/model/finding.js';

/** What the documentation promises: the share of findings that are right. */
export const promised = { high: 0.95, medium: 0.8 } as const;

/** A finding, as a line for people, that has been held against what a reader expects. */
export interface Judged {
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly isRight: boolean;
  readonly text: string;
}

/** How many findings of a confidence there are, and the share that is right; 1 where there are none. */
export function outcome(judged: readonly Judged[], confidence: Confidence): { readonly count: number; readonly share: number } {
  const of = judged.filter((one) => one.confidence === confidence);
  const right = of.filter(({ isRight }) => isRight).length;
  return { count: of.length, share: of.length === 0 ? 1 : right / of.length };
}

/** One line per promise that is broken, with the wrong findings. Each kind has to keep it, so that a common one doesn't cover up for others. */
export function brokenPromises(judged: readonly Judged[]): readonly string[] {
  return kinds.flatMap((kind) => {
    const ofKind = judged.filter((one) => one.kind === kind);
    return (['high', 'medium'] as const).flatMap((confidence) => {
      const { count, share } = outcome(ofKind, confidence);
      const wrong = ofKind.filter((one) => one.confidence === confidence && !one.isRight).map(({ text }) => `\n  ${text}`);
      const isKept = share >= promised[confidence];
      return isKept ? [] : [`${kind}, ${confidence}: ${share.toFixed(3)} of ${count} are right; wrong:${wrong.join('')}`];
    });
  });
}

/** The same findings, each called one step surer. */
export function surer(judged: readonly Judged[]): readonly Judged[] {
  return judged.map((one) => ({ ...one, confidence: confidences[Math.max(0, confidences.indexOf(one.confidence) - 1)] ?? 'high' }));
}
