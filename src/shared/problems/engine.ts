// biome-ignore lint/suspicious/noEmptyInterface: filled as the engine grows
export interface EngineProblems {}
