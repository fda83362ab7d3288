import assert from 'node:assert/strict';
import { indicatorOf, monthsBefore, stateOf } from '../../../src/assess/indicator.js';

describe('indicators', () => {
  const cases: readonly (readonly [date: string, months: number, before: string])[] = [
    ['2025-10-01', 3, '2025-07-01'],
    ['2025-03-31', 1, '2025-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2025-01-15', 12, '2024-01-15'],
    ['2025-05-31T23:59:59+02:00', 3, '2025-02-28'],
  ];
  for (const [date, months, before] of cases)
    it(`find ${String(months)} months before ${date}`, () => {
      assert.equal(monthsBefore(date, months), before);
    });

  it('put each case into one quarter', () => {
    const window = { from: '2024-10-01', to: '2025-10-01' };
    const dates = [
      '2024-10-01',
      '2024-12-31T23:00:00Z',
      '2025-01-01',
      '2025-07-01',
      '2025-09-30',
      '2025-10-01T09:00:00Z',
      '2020-01-01',
      '2025-10-02',
    ];
    const { quarters } = indicatorOf(
      'x',
      dates.map((date) => ({ isHit: true, date })),
      window,
    );
    assert.deepEqual(
      quarters.map(({ from, to, denominator }) => [from, to, denominator]),
      [
        ['2024-10-01', '2024-12-31', 2],
        ['2025-01-01', '2025-03-31', 1],
        ['2025-04-01', '2025-06-30', 0],
        ['2025-07-01', '2025-10-01', 3],
      ],
    );
  });

  it('have no trend without a window or dates, and no window for the state of today', () => {
    assert.deepEqual(indicatorOf('x', [{ isHit: true, date: '2025-01-01' }], null).quarters, []);
    assert.deepEqual(indicatorOf('x', [{ isHit: true, date: null }], { from: '2024-10-01', to: '2025-10-01' }).quarters, []);
    assert.equal(stateOf('x', [], { from: '2024-10-01', to: '2025-10-01' }).window, null);
  });
});
