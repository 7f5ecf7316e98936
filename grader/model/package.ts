/** What a lab may let its submissions import besides TensorFlow.js and `gradus/layers`. */
export const PACKAGES = ['sharp'] as const

export type PackageName = (typeof PACKAGES)[number]
