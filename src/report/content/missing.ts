/** Why a section has nothing to show, and how to get it: one sentence each, the same in all formats. */
export const missing = {
  history: 'The history of the code was not read; scan a git repository with --history to see it.',
  requests: 'No tracker is connected; name one under "trackers" in oneoff.config.json and scan with --requests to see who asked for what.',
  changes: 'There is no earlier report to compare with; keep a JSON report and give it with --since-report.',
  trend: 'Past commits were not counted; oneoff trend --format json counts them, and --trend takes its file.',
  redFlags: 'The ten signs were not looked for in this report.',
  forks: 'No copies made for a customer were found.',
  hotspots: 'No file with one-offs changed within the window.',
} as const;
