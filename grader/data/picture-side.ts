/** Photographs and drawings are brought to this size: what a lab can train on within its seconds. */
export const PICTURE_SIDE = 64
