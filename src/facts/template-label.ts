/** The label of the block that holds the code of a markup file's template: names in it can be members of the component. */
export const templateLabel = 'oneoffTemplate';
