/** Every id that package.json contributes; a test holds both to the same set. */
export const commandIds = {
  scan: 'oneoff.scan',
  refresh: 'oneoff.refresh',
  cancel: 'oneoff.cancel',
  showOutput: 'oneoff.showOutput',
  toggle: 'oneoff.toggle',
  toggleLowConfidence: 'oneoff.toggleLowConfidence',
  openConfig: 'oneoff.openConfig',
  confirmCustomer: 'oneoff.confirmCustomer',
  renameCustomer: 'oneoff.renameCustomer',
  rejectCustomer: 'oneoff.rejectCustomer',
  ignoreFinding: 'oneoff.ignoreFinding',
  ignoreFile: 'oneoff.ignoreFile',
  mergeCustomer: 'oneoff.mergeCustomer',
  groupTree: 'oneoff.groupTree',
  filterTree: 'oneoff.filterTree',
  clearFilter: 'oneoff.clearFilter',
  openRequest: 'oneoff.openRequest',
  linkRequest: 'oneoff.linkRequest',
  unlinkRequest: 'oneoff.unlinkRequest',
  connectTracker: 'oneoff.connectTracker',
  syncRequests: 'oneoff.syncRequests',
  disconnectTracker: 'oneoff.disconnectTracker',
  compareFork: 'oneoff.compareFork',
  showMissedFixes: 'oneoff.showMissedFixes',
  openBoard: 'oneoff.openBoard',
  openReport: 'oneoff.openReport',
  exportReport: 'oneoff.exportReport',
} as const;

export const viewIds = { customers: 'oneoff.customers', hotspots: 'oneoff.hotspots' } as const;

/** Without the section `oneoff.`, as `getConfiguration('oneoff')` wants them. */
export const settingIds = {
  enabled: 'enabled',
  inlineText: 'inlineText.enabled',
  overviewRuler: 'overviewRuler.enabled',
  diagnostics: 'diagnostics.enabled',
  hover: 'hover.enabled',
  statusBar: 'statusBar.enabled',
  badge: 'badge.enabled',
  history: 'history.enabled',
  showLowConfidence: 'showLowConfidence',
} as const;

export const colorIds = { inlineText: 'oneoff.inlineTextForeground', overviewRuler: 'oneoff.overviewRulerForeground' } as const;

export const contextKeys = {
  state: 'oneoff.state',
  scanning: 'oneoff.scanning',
  filtered: 'oneoff.filtered',
  history: 'oneoff.history',
} as const;

/** What a tree row is, for `when` clauses of its menu. */
export const rowContexts = {
  configured: 'customer.configured',
  imported: 'customer.imported',
  inferred: 'customer.inferred',
  request: 'request',
  finding: 'finding',
  linked: 'linked',
  fork: 'fork',
} as const;

export const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro', 'html'] as const;
