import type { TrackerConfig } from '../model/tracker.js';

/** Where a person can make an item; `isFilled` when the form comes up with title and text. */
export interface NewItemAddress {
  readonly url: string;
  readonly isFilled: boolean;
}

/** Browsers and servers take addresses of about 8,000 characters; escaping triples some. */
const longestText = 2_000;

/**
 * The tracker's own form for a new item, filled as far as the tracker documents how. Nothing is sent before somebody submits that form, and no
 * token is needed. Null for exports, and where the project to put it in is not configured.
 */
export function newItemAddress(
  { type, url, projects }: TrackerConfig,
  draft: { readonly title: string; readonly body: string },
): NewItemAddress | null {
  const [project] = projects;
  if (url === null || type === 'file') return null;
  const text = draft.body.length > longestText ? `${draft.body.slice(0, longestText)}…` : draft.body;
  const filled = (path: string, title: string, body: string): NewItemAddress => {
    const query = new URLSearchParams({ [title]: draft.title, [body]: text });
    return { url: `${url}/${path}?${query.toString().replaceAll('+', '%20')}`, isFilled: true };
  };
  if (type === 'jira-cloud' || type === 'jira-data-center') return { url: `${url}/secure/CreateIssue!default.jspa`, isFilled: false };
  if (type === 'aha' || type === 'shortcut') return { url, isFilled: false };
  if (project === undefined) return null;
  switch (type) {
    case 'github':
      return filled(`${project}/issues/new`, 'title', 'body');
    case 'gitlab':
      return filled(`${project}/-/issues/new`, 'issue[title]', 'issue[description]');
    case 'linear':
      return filled(`team/${project}/new`, 'title', 'description');
    case 'azure-boards':
      return filled(`${project}/_workitems/create/Issue`, '[System.Title]', '[System.Description]');
    case 'redmine':
      return filled(`projects/${project}/issues/new`, 'issue[subject]', 'issue[description]');
  }
}
