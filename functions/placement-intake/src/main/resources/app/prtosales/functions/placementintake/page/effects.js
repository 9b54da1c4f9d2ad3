// Describes what changing one row means for placements and people, before it is saved.

import {get} from './api.js';
import {listed, many, warned} from './dom.js';
import {groupsOf} from './groups.js';
import {isOnTeam, joinerSentence, openStories} from './joiners.js';
import {written, cell, shown, stageOf} from './lists.js';
import {zoneName} from './time.js';

const isActive = (rep) => Boolean(rep) && rep.active !== false;

const changes = (before, after, name) => cell(before?.[name]) !== cell(after?.[name]);

/** Whether two rows of a list are equal. */
export const isSame = (id, one, other) => written(id).every((name) => !changes(one, other, name));

const titles = (placements) => listed(placements.slice(0, 3).map((each) => `“${each.headline}”`), placements.length);

const hasStage = (sequence, stage) => stageOf(sequence.stages, stage) !== undefined;

/** Placements confirmed in this sequence that would no longer count. */
function lost(held, before, after) {
  if (!isOn(after)) return held;
  return held.filter(({stage}) => !hasStage(after, stage));
}

const isOn = (row) => Boolean(row) && (row.status || 'active') === 'active';

/** Sentences on the placements that lose their Yes when a whole list of sequences takes the place of another. */
export async function lostSequences(before, after) {
  const now = new Map(after.map((row) => [row.id, row]));
  const wasOn = before.filter(isOn);
  const isLost = (row, {stage}) => !isOn(now.get(row.id)) || !hasStage(now.get(row.id), stage);
  if (!wasOn.some((row) => row.stages.some((stage) => isLost(row, {stage})))) return [];
  const {sequences} = await get('audit/sequences');
  const held = wasOn.flatMap((row) => (sequences.find((each) => each.sequence === row.id)?.holds ?? [])
      .map((placement) => ({placement, isKept: !isLost(row, placement)})));
  const kept = new Set(held.filter(({isKept}) => isKept).map(({placement}) => placement.id));
  const no = new Map(held.filter(({placement}) => !kept.has(placement.id)).map(({placement}) => [placement.id, placement]));
  return [lostSentence([...no.values()])];
}

const lostSentence = (no) => (no.length === 0 ? 'No placement loses its Yes for “In a sequence”.'
    : `${many(no.length, 'placement')} ${no.length === 1 ? 'loses its' : 'lose their'} Yes for “In a sequence”: ${titles(no)}.`);

/**
 * Sentences on the target accounts that leave the list, or stop being targets, when a whole list takes the place of another.
 * An account under a new ID is the same account.
 */
export function lostAccounts(before, after, {samePeople}, nameOf) {
  const targets = new Set(after.filter(({target}) => target === 'true').map(({id}) => id));
  const newIds = new Map(samePeople.map((same) => [same.before, same.after]));
  const lost = before.filter(({id, target}) => target && !targets.has(id) && !targets.has(newIds.get(id)));
  if (lost.length === 0) return [];
  const names = listed(lost.slice(0, 5).map(({id}) => nameOf(id)), lost.length);
  return [`What was used in deals with ${names} no longer counts as “Used in a deal”. It counts again once `
      + `${lost.length === 1 ? 'this is a target account' : 'they are target accounts'} again.`];
}

async function ofSequence(before, after) {
  const sentences = [];
  const gone = isOn(before) && (!isOn(after) || before.stages.some((stage) => !hasStage(after, stage)));
  if (gone) {
    const held = (await get('audit/sequences')).sequences.find((each) => each.sequence === before.id)?.holds ?? [];
    const all = lost(held, before, after);
    const no = all.filter(({onlyHere}) => onlyHere);
    sentences.push(lostSentence(no));
    if (all.length > no.length)
      sentences.push(
        `${many(all.length - no.length, 'more placement')} in it ${all.length - no.length === 1 ? 'stays' : 'stay'} Yes through another sequence.`
      );
  }
  if (before && !isOn(before) && isOn(after)) sentences.push('Placements that were confirmed in it count as Yes again.');
  if (before && after && changes(before, after, 'ownerEmail'))
    sentences.push(`New tasks go to ${after.ownerEmail}. Links in emails to ${before.ownerEmail} stop working.`);
  return sentences;
}

async function ofRep(before, after, {difference}) {
  const sentences = [];
  if (isActive(after) && !isActive(before)) {
    sentences.push(after.employment === 'distributor' ? 'Gets each Green placement from now on, and those still within their 24 hours.'
        : 'Gets an email about each placement from now on.');
    if (before || groupsOf(difference).known.has(after.id)) sentences.push('Is told what changed in the meantime in stories they got before.');
  }
  if (isOnTeam(after) && !isOnTeam(before)) {
    sentences.push(...joinerSentence(Boolean(before) || groupsOf(difference).known.has(after.id), await openStories()));
  }
  if (isActive(before) && !isActive(after)) sentences.push('Gets no more emails from now on, and links in earlier emails stop working.');
  if (isActive(before) && isActive(after) && changes(before, after, 'email')) {
    sentences.push('Emails go to the new address. A placement that is still in its 24 hours and didn’t reach the old one is emailed '
        + 'right away, and so is a change that didn’t.');
  }
  if (before && after && changes(before, after, 'zone')) sentences.push(`Emails show times in ${zoneName(after.zone)}.`);
  if (before && after && changes(before, after, 'segments'))
    sentences.push('From the next email on, a story is marked as theirs by these segments. Everyone still gets every story.');
  return sentences;
}

function ofAccount(before, after, {named}) {
  const sentences = [];
  if (before?.target && !after?.target) sentences.push('Placements used with it no longer count as “Used in a deal”.');
  if (after?.target && before && !before.target) sentences.push('Placements used with it count as “Used in a deal”.');
  if (after?.rep && changes(before, after, 'rep')) sentences.push(`Emails to ${shown(after, 'rep', named)} name it from now on.`);
  return sentences;
}

function ofRule(before, after) {
  return after ? ['Owners are asked about stories from the last 90 days that it now fits. Anyone already asked isn’t asked again.']
      : ['It suggests no sequence from now on. Anything that owners confirmed stays.'];
}

function ofAgreement(before, after) {
  const sentences = [];
  if (['auditDay', 'auditHour', 'zone'].some((name) => changes(before, after, name))) {
    sentences.push(`The weekly email goes out ${shown(after, 'auditDay', {}) || 'Monday'}s at `
        + `${shown(after, 'auditHour', {}) || '8 AM'}, ${zoneName(after.zone)}.`);
  }
  const leaders = (row) => row?.leadership ?? [];
  const added = leaders(after).filter((each) => !leaders(before).includes(each));
  const removed = leaders(before).filter((each) => !leaders(after).includes(each));
  if (added.length) sentences.push(`${listed(added)} ${added.length === 1 ? 'gets' : 'get'} the next weekly email.`);
  if (removed.length)
    sentences.push(
      `${listed(removed)} ${removed.length === 1 ? 'gets' : 'get'} no more weekly emails, and links in earlier ones stop working.`
    );
  return sentences;
}

const OF = {reps: ofRep, sequences: ofSequence, accounts: ofAccount, rules: ofRule, agreement: ofAgreement};

/**
 * @param before the current row; null if it is new
 * @param after the changed row; null if it is removed
 * @param context.difference the result of the dry run
 * @param context.at the changed row's place in the list
 * @return sentences; empty if there is nothing to say
 */
export async function effectsOf(id, before, after, context) {
  const {difference: {warnings = []}, at} = context;
  const own = after ? warnings.filter(({field}) => field.startsWith(`items[${at}]`)) : [];
  return [...own.map(warned), ...(await OF[id]?.(before, after, context)) ?? []];
}

/** What happens if a rep leaves the list (null if they had left) and somebody else comes, in sentences that name them. */
export async function effectsOfOther(before, after, context) {
  const [left, came] = await Promise.all([effectsOf('reps', before, null, context), effectsOf('reps', null, after, context)]);
  const about = (row, sentences) => sentences.map((each) => `${row.name} ${each.charAt(0).toLowerCase()}${each.slice(1)}`);
  return [...about(before, left), ...about(after, came)];
}
