import { html, nothing, type TemplateResult } from 'lit';
import type { BoardDecision, BoardView } from './board-messages.js';
import { obstacles } from './board-state.js';

export interface FormActions {
  readonly change: (change: Partial<BoardDecision>) => void;
  readonly keep: () => void;
}

/** The form for what becomes of a customization, and for what only people know. */
export function decisionForm({ labels, options }: BoardView, draft: BoardDecision, actions: FormActions): TemplateResult {
  const hindered = obstacles(draft);
  return html`<section class="decision" aria-labelledby="decision">
    <h2 id="decision">${labels['decision']}</h2>
    ${optionChoice(options, draft, actions)}
    <div class="fields">
      ${field(labels, 'owner', 'text', draft.owner, (owner) => {
        actions.change({ owner });
      })}
      ${field(labels, 'review', 'date', draft.reviewOn, (reviewOn) => {
        actions.change({ reviewOn });
      })}
      ${field(labels, 'expected', 'text', draft.expectedCustomers, (expectedCustomers) => {
        actions.change({ expectedCustomers });
      })}
    </div>
    <label class="note"
      >${labels['note']}<vscode-textarea
        rows="2"
        label=${labels['note'] ?? ''}
        .value=${draft.note}
        @input=${(event: Event) => {
          actions.change({ note: valueOf(event) });
        }}
      ></vscode-textarea
    ></label>
    ${draft.option === 'retire' ? retirementForm(labels, draft, actions) : nothing}
    <div class="act">
      <vscode-button ?disabled=${hindered.length > 0} @click=${actions.keep}>${labels['keep-decision']}</vscode-button>
      <span class="hint">${hindered.map((id) => labels[id]).join(' ')}</span>
    </div>
  </section>`;
}

function optionChoice(options: BoardView['options'], draft: BoardDecision, actions: FormActions): TemplateResult {
  return html`<div role="radiogroup" aria-labelledby="decision" class="options">
    ${options.map(
      ({ id, label, meaning }, index) =>
        html`<label title=${meaning}
          ><input
            type="radio"
            name="option"
            .checked=${draft.option === id}
            @change=${() => {
              actions.change({ option: id });
            }}
          />
          <kbd>${index + 1}</kbd> ${label}</label
        >`,
    )}
  </div>`;
}

/** What has to be known before something is retired: it is in no repository. */
function retirementForm(labels: BoardView['labels'], draft: BoardDecision, actions: FormActions): TemplateResult {
  return html`<fieldset class="checks">
    <legend>${labels['before-retiring']}</legend>
    ${checkBox(labels['contract'], draft.isContractChecked, (isContractChecked) => {
      actions.change({ isContractChecked });
    })}
    ${checkBox(labels['usage'], draft.isUsageChecked, (isUsageChecked) => {
      actions.change({ isUsageChecked });
    })}
    ${field(labels, 'notice', 'date', draft.noticeDate, (noticeDate) => {
      actions.change({ noticeDate });
    })}
  </fieldset>`;
}

function checkBox(label: string | undefined, isChecked: boolean, change: (isChecked: boolean) => void): TemplateResult {
  return html`<label
    ><input
      type="checkbox"
      .checked=${isChecked}
      @change=${() => {
        change(!isChecked);
      }}
    />
    ${label}</label
  >`;
}

function field(
  labels: BoardView['labels'],
  id: 'owner' | 'review' | 'expected' | 'notice',
  type: 'text' | 'date',
  value: string,
  change: (value: string) => void,
): TemplateResult {
  return html`<label
    >${labels[id]}<vscode-textfield
      id=${id}
      type=${type}
      label=${labels[id] ?? ''}
      .value=${value}
      @input=${(event: Event) => {
        change(valueOf(event));
      }}
    ></vscode-textfield
  ></label>`;
}

function valueOf({ currentTarget }: Event): string {
  const value: unknown = currentTarget && Reflect.get(currentTarget, 'value');
  return typeof value === 'string' ? value : '';
}
