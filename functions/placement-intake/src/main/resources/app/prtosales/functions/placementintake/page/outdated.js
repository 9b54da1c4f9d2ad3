// A list that someone else changed after this page read it.

import {h} from './dom.js';
import {when} from './time.js';

export const isOutdated = (failure) => failure.body?.title === 'List has changed';

/** The API's message about it, and when it was changed. */
export const outdatedBy = ({message, body}) =>
    [message, body?.changedAt && h('span', {class: 'hint'}, ` · ${when(body.changedAt)}`)];
