import { createContext } from 'react';

/** Where floating things are drawn: inside the open dialog, which lies above all else; null for the page. */
export const PortalContext = createContext<HTMLElement | null>(null);
