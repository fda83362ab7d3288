/** Facts of a text in which nothing was looked for, but for its lines and what is damaged. */
export const noFacts = {
  complexity: 0,
  ...{ imports: [], exports: [], declarations: [], conditions: [], tables: [] },
  ...{ calls: [], accesses: [], notes: [], mentions: [], directives: [] },
};
