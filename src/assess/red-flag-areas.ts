/** Words in paths and labels by which areas of a product are told. Teams differ, so figures by area say that they go by names. */
const areas = {
  pricing: 'pric(e|es|ing) billing invoic(e|es|ing) discounts? tariffs? entitlements? subscriptions? quotas? checkout rates? fees? plans?',
  upkeep: 'admin administration ops operations reporting reports? tests? specs? __tests__ docs? documentation e2e monitoring',
  experience: 'ux ui a11y accessibility usability design',
  security: 'security vulnerability cve',
} as const;

export type AreaName = keyof typeof areas;

const patterns = new Map<AreaName, RegExp>();

/** Whether a path or label names an area: by one of its words, however they are written together. */
export function isOfArea(text: string, area: AreaName): boolean {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9_]+|_+(?=[a-z])/);
  return words.some((word) => patternOf(area).test(word));
}

/** Files that people look at. */
export function isMarkupFile(path: string): boolean {
  return /\.([jt]sx|vue|svelte|astro|html)$/.test(path);
}

function patternOf(area: AreaName): RegExp {
  const known = patterns.get(area) ?? new RegExp(`^(${areas[area].replaceAll(' ', '|')})$`);
  patterns.set(area, known);
  return known;
}
