/**
 * Fields that move with the clock alone. A read of an untouched object shows another value
 * tomorrow, so a difference in them is no change and makes no version (docs/architecture.md,
 * "Normal form"). A field that is also set by hand, or that a recalculation stores (condition,
 * projected dates, lastCalcDate), is not here: its history is wanted. Sources: Adobe's "Project
 * Progress Status overview", "Glossary of Adobe Workfront terminology".
 */
const NOW_DEPENDENT: Readonly<Record<string, ReadonlySet<string>>> = {
  PROJ: new Set([
    // Late once the planned completion is in the past and the project is not complete
    'progressStatus',
    // earned value to date: BCWS is the cost of what was planned up to today; SPI, CSI divide by it
    'bcws',
    'spi',
    'csi',
    // named for calendar months seen from today
    'actualHoursThisMonth',
    'actualHoursLastMonth',
    'actualHoursTwoMonthsAgo',
    'actualHoursLastThreeMonths',
  ]),
  TASK: new Set([
    'progressStatus',
    // counted to today while there is no actual completion
    'daysLate',
    'bcws',
    'spi',
    'csi',
  ]),
  OPTASK: new Set([
    // age since entry, as a number and as a bucket, and time in the present status
    'howOld',
    'ageRangeAsString',
    'currentStatusDuration',
  ]),
};

const NONE: ReadonlySet<string> = new Set();

export function nowDependentFields(objCode: string): ReadonlySet<string> {
  return Object.hasOwn(NOW_DEPENDENT, objCode) ? (NOW_DEPENDENT[objCode] ?? NONE) : NONE;
}
