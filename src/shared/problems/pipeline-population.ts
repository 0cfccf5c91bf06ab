// biome-ignore lint/suspicious/noEmptyInterface: filled as the readers grow
export interface PopulationProblems {}
