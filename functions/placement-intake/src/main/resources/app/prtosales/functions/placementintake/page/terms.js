// The API's words for a placement, in their order, and their display texts.

export const FORMATS = ['news-mention', 'feature', 'byline', 'interview', 'podcast', 'tv-radio', 'award',
    'analyst-report', 'webinar',
  'sponsored'];

export const TONES = ['positive', 'neutral', 'negative'];

/** Reasons for being late. */
export const CAUSES = {
  'late-intake': 'submitted too late', held: 'emails were on hold', delivery: 'some emails weren’t delivered',
      system: 'a problem in our system',
};

/** Short forms of the three questions. */
export const QUESTIONS = [['reachedIn24h', 'Reached in 24 hours'], ['inActiveSequence', 'In a sequence'],
    ['referencedInDeal', 'Used in a deal']];

/** The color of an answer. */
export const ANSWERS = {yes: 'green', no: 'red', pending: 'blue', exempt: 'quiet', 'not-yet': 'quiet'};

/** The display word of an answer; a No does not count against anybody while the 24 hours run. */
export const answerOf = (audit, name) => (audit[name] === 'no' && audit.reachedIn24h === 'pending' ? 'not-yet' : audit[name]);

export const isWired = (audit) => QUESTIONS.every(([name]) => audit[name] === 'yes');

/** Who acts next, by the API's role: their title, and their address if there is one. */
const OWNERS = {
  'pr-owner': ({prOwner}) => ['PR', prOwner],
  ops: ({ops}) => ['sales ops', ops],
  'rule-1-owner': ({ruleOwners}) => [ruleOwners?.[0] ?? 'PR'],
  'rule-2-owner': ({ruleOwners}) => [ruleOwners?.[1] ?? 'sales ops'],
  'rule-3-owner': ({ruleOwners}) => [ruleOwners?.[2] ?? 'the sales leader'],
};

/** `PR (pr@sample-medtech.example)`, or `the owner of “CFO sequence”` */
export function ownerOf(owner, sequence, agreement = {}) {
  const [team, address] = OWNERS[owner]?.(agreement) ?? [`the owner of “${sequence}”`];
  return address ? `${team} (${address})` : team;
}
