/** What goes wrong with the avatar. */
export interface AvatarErrors {
  /** The picture is larger than the limit, in bytes; null = the server (413) does not say what its limit is. */
  avatar_too_large: { limit: number | null };
  /** What was sent is not a PNG or JPEG. */
  avatar_not_image: Record<string, never>;
  /** The picture that was kept is gone from the disk. */
  avatar_gone: Record<string, never>;
  /**
   * The present picture cannot be kept, so that replacing it could not be undone; `force` replaces it all the same.
   * `temporary`: it would have to come back, so that nothing helps but a picture that stays. `cause`: the token may not
   * read the profile; somebody forbids it; the server is in trouble; what it answered is of no use; the picture's own
   * address gave none; the disk did not take it. Null = not known.
   */
  avatar_not_kept: {
    temporary: boolean;
    cause: 'scope' | 'forbidden' | 'server' | 'answer' | 'download' | 'disk' | null;
  };
  /** A change of the picture is under way; a second one is not begun before it is over. */
  avatar_busy: Record<string, never>;
  /** The picture is to last as long as the status, and there is none. */
  avatar_no_status: Record<string, never>;
  /** There is no change of the picture to take back (any more): somebody changed it elsewhere, for one. */
  avatar_changed: Record<string, never>;
}
