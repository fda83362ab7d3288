import * as vscode from 'vscode';
import type { Disposable } from './disposable-store.js';
import { findingsAtPosition, planBesideProblem, planFindingCard } from './hover-plan.js';
import { languages } from './ids.js';
import { renderCard } from './markdown.js';
import type { Services } from './services.js';
import { toRange } from './ranges.js';
import { visibleFindings } from './visible-findings.js';

/** Explains a one-off where the pointer rests. Answers from what is known; nothing is computed while the pointer waits. */
export function registerHover({ folders, settings, t }: Services): Disposable {
  const selector = languages.map((language) => ({ language, scheme: 'file' }));
  return vscode.languages.registerHoverProvider(selector, {
    provideHover({ uri }, { line, character }) {
      const place = settings.now.hover ? folders.placeOf(uri) : undefined;
      if (!place) return undefined;
      const { model } = place.folder.session;
      const here = findingsAtPosition(visibleFindings(model.findingsAt(place.path), settings.now), line + 1, character + 1);
      const [first] = here;
      if (!first) return undefined;
      const cards = here.map((finding) => {
        const card = planFindingCard(t, finding, model.customers);
        const problem = settings.now.diagnostics && model.config.severities[finding.kind] !== 'off';
        return renderCard(problem ? planBesideProblem(card) : card);
      });
      return new vscode.Hover(cards, toRange(first.range));
    },
  });
}
