export { newId } from "../../shared/new-id.js";
