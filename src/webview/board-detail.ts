import { html, nothing, type TemplateResult } from 'lit';
import type { BoardCard, BoardDecision, BoardFact, BoardView } from './board-messages.js';
import { decisionForm, type FormActions } from './board-form.js';

export interface DetailActions extends FormActions {
  readonly openPlace: (index: number) => void;
  readonly openRequest: (index: number) => void;
  readonly createItem: () => void;
}

/** Places shown at once; the tree has them all. */
const placesShown = 12;

/** One card: evidence, suggestion, and the form for the decision. */
export function boardDetail(view: BoardView, card: BoardCard, draft: BoardDecision, actions: DetailActions): TemplateResult {
  const { labels } = view;
  return html`<article aria-labelledby="detail-title">
    <h1 id="detail-title" tabindex="-1">${card.title}</h1>
    <p class="summary">${card.summary}</p>
    ${suggestion(view, card)} ${decisionForm(view, draft, actions)}
    <section aria-labelledby="evidence">
      <h2 id="evidence">${labels['evidence']}</h2>
      ${card.facts.map((fact) => evidenceFact(fact))}
    </section>
    ${requestList(labels, card, actions)} ${placeList(labels, card, actions)}
  </article>`;
}

function suggestion({ labels, options }: BoardView, card: BoardCard): TemplateResult {
  const label = options.find(({ id }) => id === card.suggested)?.label;
  return html`<section class="suggestion" aria-labelledby="suggestion">
    <h2 id="suggestion">${label === undefined ? labels['no-suggestion'] : `${labels['suggestion'] ?? ''} ${label}`}</h2>
    <ul>
      ${card.reasons.map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${
      card.missing.length === 0
        ? nothing
        : html`<h3>${labels['missing']}</h3>
            <ul class="missing">
              ${card.missing.map((text) => html`<li>${text}</li>`)}
            </ul>`
    }
    ${card.outcome === '' ? nothing : html`<p class="outcome">${card.outcome}</p>`}
  </section>`;
}

function evidenceFact({ label, value, terms }: BoardFact): TemplateResult {
  if (terms.length === 0) return html`<p class="fact"><span>${label}</span> ${value}</p>`;
  return html`<details class="fact">
    <summary><span>${label}</span> ${value}</summary>
    <table>
      ${terms.map(
        (term) =>
          html`<tr>
            <th scope="row">${term.name}</th>
            <td>${term.value}</td>
            <td class="source">${term.source}</td>
          </tr>`,
      )}
    </table>
  </details>`;
}

function requestList(labels: BoardView['labels'], card: BoardCard, actions: DetailActions): TemplateResult {
  return html`<section aria-labelledby="requests">
    <h2 id="requests">${labels['requests']}</h2>
    ${card.requests.length === 0 ? html`<p>${labels['no-requests']}</p>` : nothing}
    <ul>
      ${card.requests.map(
        ({ label, isLink }, index) =>
          html`<li>
            ${
              isLink
                ? link(label, () => {
                    actions.openRequest(index);
                  })
                : label
            }
          </li>`,
      )}
    </ul>
    <div class="act"><vscode-button secondary @click=${actions.createItem}>${labels['create-item']}</vscode-button></div>
  </section>`;
}

function placeList(labels: BoardView['labels'], card: BoardCard, actions: DetailActions): TemplateResult {
  const more = card.places.length - placesShown;
  return html`<section aria-labelledby="places">
    <h2 id="places">${labels['places']}</h2>
    <ul>
      ${card.places.slice(0, placesShown).map(
        ({ label, code }, index) =>
          html`<li>
            ${link(label, () => {
              actions.openPlace(index);
            })} <code>${code}</code>
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p>${(labels['more-places'] ?? '').replace('{0}', String(more))}</p>` : nothing}
  </section>`;
}

function link(label: string, open: () => void): TemplateResult {
  return html`<a
    href="#"
    @click=${(event: Event) => {
      event.preventDefault();
      open();
    }}
    >${label}</a
  >`;
}
