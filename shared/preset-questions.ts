/** What a preset can ask for at the click, in the order of the form. */
export const presetQuestions = ['end', 'deputy'] as const;

/** What a preset can ask for at the click. */
export type PresetQuestion = (typeof presetQuestions)[number];
