import { configuredSource, defaultDebtSettings, type DebtConstant, type DebtSettings } from '../model/debt.js';
import type { WrittenConfig } from './config-schema.js';

type WrittenDebt = NonNullable<WrittenConfig['debt']>;

/** Fills in the defaults; what is written has the configuration as its source. */
export function completeDebt(written: WrittenDebt = {}): DebtSettings {
  const { months, hoursPerChange, loggedRequests, ...constants } = written;
  const complete = (key: keyof typeof constants): DebtConstant => given(constants[key]) ?? defaultDebtSettings[key];
  return {
    months: months ?? defaultDebtSettings.months,
    minutesPerLine: complete('minutesPerLine'),
    isolateMinutesPerSite: complete('isolateMinutesPerSite'),
    isolateTestHours: complete('isolateTestHours'),
    retireMinutesPerSite: complete('retireMinutesPerSite'),
    retireNoticeHours: complete('retireNoticeHours'),
    writeForReuse: complete('writeForReuse'),
    reuse: complete('reuse'),
    hoursPerChange: given(hoursPerChange) ?? null,
    loggedRequests: loggedRequests ?? defaultDebtSettings.loggedRequests,
    interestSaved: complete('interestSaved'),
  };
}

function given(written: WrittenDebt['minutesPerLine']): DebtConstant | undefined {
  if (written === undefined) return undefined;
  const { low, high } = typeof written === 'number' ? { low: written, high: written } : written;
  return { low, high, source: configuredSource };
}
