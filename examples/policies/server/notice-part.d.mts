export function takeMain(page: string): { main: string; meta: string; title: string };
export function takeSection(main: string, id: string): string;
export function rightNames(section: string): string[];
