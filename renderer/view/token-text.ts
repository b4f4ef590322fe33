/** Pachca's tokens have 43 characters; nobody should be asked about one that is still being typed. */
const COMPLETE = 40;

/** All that a token is written with, as far as is known. */
const tokenCharacters = /^[\w.~+/=-]+$/;

/** A token as it was meant: without the white space around it and without the `Bearer` in front of it. */
export const cleanToken = (text: string): string => text.trim().replace(/^bearer(\s+|$)/i, '');

/** Whether a cleaned text looks like a whole token, worth asking the server about before the person says so. */
export const looksComplete = (token: string): boolean => token.length >= COMPLETE && tokenCharacters.test(token);
