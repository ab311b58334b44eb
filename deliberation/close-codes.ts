/** Why a live connection was closed, and the messages it carries beside those of Yjs: shared by both ends. */
export const CLOSE = {
  /** Bad or forbidden frame. */
  badFrame: 4400,
  /** Not signed in, or the sign-in ended. */
  notSignedIn: 4401,
  /** Not this person's room; said alike of a room that does not exist. */
  notYours: 4403,
  /** The room began anew: the browser's copy belongs to another history. */
  beganAnew: 4409,
  tooLarge: 4413,
  /** Credentials were contested, or are so no more: the page is to be read anew. What a device keeps stays there. */
  suspended: 4423,
  tooMany: 4429,
  /** Rights changed: come back and have them read again. */
  rightsChanged: 4503,
  /** What the store holds of this room cannot be read; nothing was deleted, and the operator can mend it. */
  damaged: 4500,
  restart: 1012,
  /** The reader is too slow, or there is no room to keep anything: come back later. */
  tryLater: 1013,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Codes after which coming back by itself changes nothing; 1002–1009 are the socket's own words for a bad frame. */
export const FINAL_CODES: readonly number[] = [
  ...[CLOSE.badFrame, CLOSE.notSignedIn, CLOSE.notYours, CLOSE.beganAnew, CLOSE.tooLarge, CLOSE.tooMany],
  ...[CLOSE.damaged, CLOSE.suspended],
  ...[1002, 1003, 1007, 1008, 1009],
];

/** First number of a message. 0 to 3 are those of y-protocols. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** How many of this socket's write frames are durable, counted from the first. */
  durable: 100,
  /** How many delegations are present. */
  present: 101,
  /** The id under which the server shows this socket's own presence, so that nobody meets oneself. */
  ownPresence: 102,
  /** The place that the facilitator is at and invites everybody to; empty when to none. */
  invited: 103,
} as const;

/** Bytes of one text in a draft, as UTF-8. */
export const MOST_TEXT_BYTES = 65_536;
/** Bytes of one frame that writes in a draft room, and of the one that brings what was written offline. */
export const MOST_FRAME_BYTES = 262_144;
export const MOST_OFFLINE_BYTES = 1_048_576;
