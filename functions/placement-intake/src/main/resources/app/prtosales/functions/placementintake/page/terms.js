// What the API says of a placement, once for all pages: its words in their order, and how they read.

export const FORMATS = ['news-mention', 'feature', 'byline', 'interview', 'podcast', 'tv-radio', 'award',
    'analyst-report', 'webinar',
  'sponsored'];

export const TONES = ['positive', 'neutral', 'negative'];

/** Why it came late. */
export const CAUSES = {
  'late-intake': 'submitted too late', held: 'emails were on hold', delivery: 'some emails weren’t delivered',
      system: 'a problem in our system',
};

/** The three questions, in few words. */
export const QUESTIONS = [['reachedIn24h', 'Reached in 24 hours'], ['inActiveSequence', 'In a sequence'],
    ['referencedInDeal', 'Used in a deal']];

/** What an answer looks like. */
export const ANSWERS = {yes: 'green', no: 'red', pending: 'blue', exempt: 'quiet', 'not-yet': 'quiet'};

/** What an answer is called: a No is none to answer for while the 24 hours run. */
export const answerOf = (audit, name) => (audit[name] === 'no' && audit.reachedIn24h === 'pending' ? 'not-yet' : audit[name]);

export const isWired = (audit) => QUESTIONS.every(([name]) => audit[name] === 'yes');

/** Who has the next move, by the role that the API names: how they are called, and their address where there is one. */
export const OWNERS = {
  'pr-owner': ({prOwner}) => ['PR', prOwner],
  ops: ({ops}) => ['sales ops', ops],
  'rule-1-owner': ({ruleOwners}) => [ruleOwners?.[0] ?? 'PR'],
  'rule-2-owner': ({ruleOwners}) => [ruleOwners?.[1] ?? 'sales ops'],
  'rule-3-owner': ({ruleOwners}) => [ruleOwners?.[2] ?? 'the sales leader'],
};
