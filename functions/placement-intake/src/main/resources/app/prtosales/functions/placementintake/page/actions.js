// The actions on a placement: the three most important as buttons, the rest behind More.

import {has} from './api.js';
import {mayChoose} from './answers.js';
import * as changes from './changes.js';
import {h, button} from './dom.js';
import {duplicate} from './draft.js';
import {isKnown, isNegative, isOut, isOver, stuck} from './story.js';

const IN_SIGHT = 3;

/** The available actions, the most important first. */
function offered(story) {
  const {placement} = story;
  const pr = has('pr');
  const live = !isOver(placement);
  const isStuck = isOut(placement) && stuck(placement).length > 0;
  const mayResend = has('pr', 'ops') && live && isOut(placement);
  const inReview = placement.forwardability === 'amber';
  return [
    mayResend && isStuck && ['Send again to reps who missed it', changes.resend],
    placement.next?.owner === 'rule-2-owner' && mayChoose(placement) && ['Choose a sequence', changes.choose],
    pr && live && !isNegative(placement) && inReview && ['Change forwarding', changes.turn],
    ['See the email', changes.preview],
    pr && live && ['Correct', changes.correct],
    pr && !live && ['Duplicate', duplicate],
    pr && live && !isNegative(placement) && !inReview && ['Change forwarding', changes.turn],
    pr && live && ['Change publication time', changes.move],
    pr && live && ['Attach a copy', changes.attach],
    pr && live && !isNegative(placement) && ['Mark as exempt', changes.exempt],
    pr && live && !isNegative(placement) && placement.exemptions?.length > 0 && ['Undo exemption', changes.undoExemption],
    pr && live && ['Expiration', changes.renew],
    mayResend && !isStuck && ['Send again to reps who missed it', changes.resend],
    pr && live && ['Duplicate', duplicate],
    pr && live && isKnown(placement) && ['Retract', changes.retract, 'danger'],
    pr && live && !isKnown(placement) && ['Withdraw', changes.withdraw, 'danger'],
  ].filter(Boolean);
}

export function actions(story) {
  const buttons = offered(story).map(([name, start, kind]) => button(name, () => {
    story.refresh?.();
    return start(story);
  }, kind));
  const rest = buttons.slice(IN_SIGHT);
  return [buttons.slice(0, IN_SIGHT),
    rest.length > 0 && h('details', {class: 'rest'}, h('summary', null, 'More'), h('div', {class: 'behind'}, rest)),
    !has('pr', 'ops') && h('p', {class: 'hint'}, 'Only PR can make changes.')];
}
