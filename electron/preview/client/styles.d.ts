/** Vite bundles an imported style sheet into `dist/preview-client.css`. */
declare module '*.css';
