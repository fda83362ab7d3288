import * as vscode from 'vscode';
import { planChain } from './chain-plan.js';
import type { Disposable } from './disposable-store.js';
import { findingsAtPosition, planBesideProblem, planFindingCard } from './hover-plan.js';
import { renderCard, renderChain } from './markdown.js';
import { sourceSelector } from './selector.js';
import type { Services } from './services.js';
import { toRange } from './ranges.js';
import { visibleFindings } from './visible-findings.js';

/** Explains a one-off where the pointer rests: the chain that leads to it, or, where that takes too long, what is known already. */
export function registerHover({ folders, settings, t }: Services): Disposable {
  return vscode.languages.registerHoverProvider(sourceSelector, {
    async provideHover({ uri }, { line, character }) {
      const place = settings.now.hover ? folders.placeOf(uri) : undefined;
      if (!place) return undefined;
      const { folder } = place;
      const { model, reading } = folder.session;
      const here = findingsAtPosition(visibleFindings(model.shownAt(place.path), settings.now), line + 1, character + 1);
      const [first] = here;
      if (!first) return undefined;
      const cards = here.map(async (finding) => {
        const whole = planFindingCard(t, finding, model.customers, reading);
        const problem = settings.now.diagnostics && model.config.severities[finding.kind] !== 'off';
        const card = problem ? planBesideProblem(whole) : whole;
        const chain = planChain(t, await folder.session.explain(finding.id));
        return chain.length > 0 ? renderChain(card, chain, folder.uri) : renderCard(card);
      });
      return new vscode.Hover(await Promise.all(cards), toRange(first.range));
    },
  });
}
