import * as vscode from 'vscode';
import { DisposableStore } from './disposable-store.js';

/** A step was answered, the user wants the step before, or gave up. */
export type Answer<T> = { readonly is: 'given'; readonly value: T } | { readonly is: 'back' } | { readonly is: 'ended' };

interface Step {
  readonly title: string;
  /** 1-based. */
  readonly step: number;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

/** Lets the user pick one, or go back. */
export function pick<T>(step: Step, placeholder: string, choices: readonly Choice<T>[]): Promise<Answer<T>> {
  const box = vscode.window.createQuickPick<Choice<T>>();
  box.items = choices;
  box.placeholder = placeholder;
  return ask(step, box, () => {
    const [chosen] = box.selectedItems;
    return chosen ? { value: chosen.value } : null;
  });
}

interface TextWish {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  /** What is wrong with the text; null where nothing is. */
  readonly faultOf: (text: string) => string | null;
}

/** Lets the user type something, or go back. */
export function type(step: Step, { prompt, placeholder, value = '', isSecret = false, faultOf }: TextWish): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.value = value;
  box.password = isSecret;
  return ask(step, box, () => {
    const text = box.value.trim();
    const fault = faultOf(text);
    box.validationMessage = fault ?? undefined;
    return fault === null ? { value: text } : null;
  });
}

/** `read` gives null while the box has to stay open. */
function ask<T>(
  step: Step,
  box: vscode.QuickPick<Choice<T>> | vscode.InputBox,
  read: () => { readonly value: T } | null,
): Promise<Answer<T>> {
  Object.assign(box, step, { ignoreFocusOut: true, buttons: step.step > 1 ? [vscode.QuickInputButtons.Back] : [] });
  const held = new DisposableStore();
  held.add(box);
  return new Promise<Answer<T>>((resolve) => {
    held.add(
      box.onDidAccept(() => {
        const answer = read();
        if (answer) resolve({ is: 'given', value: answer.value });
      }),
    );
    held.add(
      box.onDidTriggerButton(() => {
        resolve({ is: 'back' });
      }),
    );
    held.add(
      box.onDidHide(() => {
        resolve({ is: 'ended' });
      }),
    );
    box.show();
  }).finally(() => {
    held.dispose();
  });
}
