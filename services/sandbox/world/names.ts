/** Words of which a believable company is made. */
export const FIRST_NAMES = (
  'Ada Ben Chloe Dario Elena Femi Grace Hiro Ines Jonas Kira Liam Maya Noor Oscar ' +
  'Priya Quinn Rosa Samir Tess Umar Vera Wen Xavi Yara Zoe'
).split(' ');
// prettier-ignore
export const LAST_NAMES = [
  'Alvarez', 'Becker', 'Chen', 'Dubois', 'Eriksen', 'Ferrari', 'Garcia', 'Haddad',
  'Ivanov', 'Johnson', 'Kim', 'Larsen', 'Müller', 'Nguyen', 'Okafor', 'Patel', 'Rossi',
  'Schmidt', 'Tanaka', "O'Brien",
];
// prettier-ignore
export const CAMPAIGNS = [
  'Spring launch', 'Brand refresh', 'Trade show', 'Loyalty programme', 'Website relaunch',
  'Product video', 'Holiday campaign', 'Partner portal', 'Annual report', 'Packaging redesign',
  'Customer survey', 'Press kit', 'App onboarding', 'Regional roadshow', 'Newsletter series',
];
export const PLACES = [
  'EMEA',
  'North America',
  'Nordics',
  'DACH',
  'APAC',
  'Iberia',
  'UK & Ireland',
];
// prettier-ignore
export const TASKS = [
  'Write brief', 'Collect requirements', 'Draft copy', 'Design key visual', 'Review layout',
  'Legal approval', 'Translate', 'Build landing page', 'Test on devices', 'Book media',
  'Prepare print data', 'Brief agency', 'Record voice-over', 'Edit video', 'Set up tracking',
  'Publish', 'Measure results', 'Write debrief', 'Archive assets', 'Plan follow-up',
];
// prettier-ignore
export const ISSUES = [
  'Logo is outdated', 'Link is broken', 'Wrong price on banner', 'Font licence expired',
  'Colours differ in print', 'Form does not submit', 'Typo in headline', 'Missing alt text',
  'Page loads slowly', 'Video has no captions', 'Address is wrong', 'Approval is missing',
];
// prettier-ignore
export const COMMENTS = [
  'Please have a look.',
    'Done from my side.',
    'Waiting for legal.',
    'Can we move this by a week?',
  'Looks good!',
    'Version 3 is attached.',
    'Numbers <checked> & confirmed.',
    'Größe passt nicht.',
];
/** Label, key, colour (fixtures rest_core/CSTEM_status_search_*.json). */
export const STATUSES = [
  ['New', 'NEW', '1C68FF'],
  ['In Progress', 'INP', '39FF39'],
  ['Complete', 'CPL', 'FF3939'],
  ['Current', 'CUR', '007100'],
  ['On Hold', 'ONH', 'BD39FF'],
  ['Planning', 'PLN', 'FF3939'],
] as const;
