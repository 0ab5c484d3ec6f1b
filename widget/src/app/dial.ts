import { session } from "../chat";

/** People speak first, by the site's dial as it stands now: no bot answers a chat that begins, or leads back to it. */
export const isPeopleFirst = () => session.availability.value?.people_first;
