"""What the live page stands on: the engine, the office's hosts, folders of visits, and reports."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.services.portal_hosts import PortalHosts
from kiosk.services.portal_reports import PortalReports
from kiosk.services.visit_folder import VisitFolders
from ui.portal.engine import PortalEngine


@dataclass(frozen=True, slots=True)
class PortalDesk:
    """Everything the page beside the guide needs of this office and this machine."""

    engine: PortalEngine
    hosts: PortalHosts
    folders: VisitFolders
    reports: PortalReports
