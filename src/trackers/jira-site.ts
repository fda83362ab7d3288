import { slashed } from './authorization.js';
import { HttpTracker, type Manners } from './http-tracker.js';
import { customerFieldIds, jiraAccount } from './jira-issue.js';
import type { Account, TrackerSurroundings } from './tracker.js';

/** What Jira Cloud and Data Center have in common. */
export abstract class JiraSite extends HttpTracker {
  /** Path of the API below the site: `rest/api/3`. */
  protected readonly api: string;
  #customerFields: readonly string[] | null = null;
  #timeZone: string | null = null;

  constructor(around: TrackerSurroundings, api: string, manners: Manners) {
    super(around, slashed(around.config.url), manners);
    this.api = api;
  }

  async whoAmI(signal?: AbortSignal): Promise<Account> {
    const { value } = await this.client.ask({ path: `${this.api}/myself`, schema: jiraAccount }, signal);
    this.#timeZone = value.timeZone ?? 'UTC';
    return { name: value.displayName };
  }

  /** Ids of the fields that hold customers. */
  protected async customerFields(signal: AbortSignal | undefined): Promise<readonly string[]> {
    this.#customerFields ??= await customerFieldIds(this.client, `${this.api}/field`, this.config, signal);
    return this.#customerFields;
  }

  /** That of the account, in which JQL reads times. */
  protected async zone(signal: AbortSignal | undefined): Promise<string> {
    if (this.#timeZone === null) await this.whoAmI(signal);
    return this.#timeZone ?? 'UTC';
  }
}
