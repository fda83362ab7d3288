import type { Indicator, Opinion, OpinionAnswer, RedFlag } from '../../model/red-flag.js';
import { missing } from '../content/missing.js';
import { bases, indicatorWords } from '../content/red-flags.js';
import type { ReportInput } from '../report-input.js';
import { day } from '../words.js';
import { markup, type Markup } from './markup.js';
import { missingNote } from './parts.js';

const answers: Readonly<Record<OpinionAnswer, string>> = {
  yes: 'yes, we see it',
  partly: 'partly',
  no: 'no',
  unsure: 'we are not sure',
};

/** The ten signs; what was counted and what the team thinks stand apart. */
export function redFlagSection({ report: { redFlags }, opinions = [] }: ReportInput): Markup {
  if (!redFlags) return missingNote(missing.redFlags);
  return markup`<p>
      Ten signs that single customers steer the product. Figures are a reason to talk, not a verdict: each says of how many it is, how much
      was known, and over which time.
    </p>
    ${redFlags.map((flag) =>
      signOf(
        flag,
        opinions.filter(({ sign }) => sign === flag.number),
      ),
    )}`;
}

function signOf({ number: position, sign, basis, caveat, indicators, missing: absent }: RedFlag, opinions: readonly Opinion[]): Markup {
  return markup`<div class="sign">
    <h3>${String(position)}. ${sign} <span class="basis">${bases[basis]}</span></h3>
    ${indicators.length === 0 ? null : indicatorTable(sign, indicators)}
    <p class="quiet">${[caveat, ...absent].join(' ')}</p>
    ${opinions.map(opinionOf)}
  </div> `;
}

function opinionOf({ answer, date, note }: Opinion): Markup {
  const reason = note === '' ? '' : ` ${note}`;
  return markup`<p class="opinion"><strong>Opinion of the team, ${day(date)}:</strong> ${answers[answer]}.${reason}</p>`;
}

function indicatorTable(sign: string, indicators: readonly Indicator[]): Markup {
  const headings = ['What', 'Share', 'Counted', 'Known', 'Window', 'Last four quarters'];
  return markup`<div class="scroll" role="region" aria-label="${`Figures: ${sign}`}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${indicators.map(indicatorRow)}
      </tbody>
    </table>
  </div>`;
}

function indicatorRow(indicator: Indicator): Markup {
  const { share, isSmall, counted, known, window, quarters } = indicatorWords(indicator);
  const warning = isSmall ? markup`<small class="warning">small sample</small>` : null;
  const time = window ? markup`<time>${window[0]}</time> to <time>${window[1]}</time>` : 'today';
  return markup`<tr>
    <th scope="row">${indicator.name}</th>
    <td>${share}${warning}</td>
    <td class="whole">${counted}</td>
    <td>${known}</td>
    <td>${time}</td>
    <td>${quarters}</td>
  </tr> `;
}
