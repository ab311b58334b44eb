/** The largest file that is brought or read back, in bytes: a statement of capital with its pictures and annexes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;
