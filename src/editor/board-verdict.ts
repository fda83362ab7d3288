import type { Verdict } from '../assess/decide.js';
import type { Decision } from '../model/decision.js';
import type { BoardDecision } from '../webview/board-messages.js';

/** What the form says, as a decision takes it. A check has the day on which it was first ticked; one that is taken back is open again. */
export function verdictOf(form: BoardDecision, before: Decision | null, today: string): Verdict {
  const { option, owner, reviewOn, note, expectedCustomers, isContractChecked, isUsageChecked, noticeDate } = form;
  return {
    ...(option !== null && option !== before?.option && { option }),
    owner: owner.trim(),
    ...(reviewOn !== '' && { reviewOn }),
    note: note.trim(),
    expectedCustomers: expectedCustomers.trim() === '' ? null : Number(expectedCustomers),
    contractChecked: isContractChecked ? (before?.contractChecked ?? today) : null,
    usageChecked: isUsageChecked ? (before?.usageChecked ?? today) : null,
    noticeDate: noticeDate === '' ? null : noticeDate,
  };
}
