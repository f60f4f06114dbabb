"""The wire shapes of what is read across features."""

from .grid import Grid, GridAgreement, GridBlocker, GridRow, GridTarget, GridTenant
from .packet import BoardPacket, LastYear, PacketItem, PacketPaper, PacketQuery, PacketResult
from .papers import AskedPaper, Left, Owed, OwedPlace, PaperQueue, PaperUnlocks, PartnerPapers, Unlocks, WaitingPaper
from .refs import Named
from .tasks import DistrictRef, DistrictTasks, FigureRead, TaskRead, TaskRest, Tasks, TasksElsewhere
from .thread import Decided, NeedDecided, Thread

__all__ = [
    "AskedPaper",
    "BoardPacket",
    "Decided",
    "DistrictRef",
    "DistrictTasks",
    "FigureRead",
    "Grid",
    "GridAgreement",
    "GridBlocker",
    "GridRow",
    "GridTarget",
    "GridTenant",
    "LastYear",
    "Left",
    "Named",
    "NeedDecided",
    "Owed",
    "OwedPlace",
    "PacketItem",
    "PacketPaper",
    "PacketQuery",
    "PacketResult",
    "PaperQueue",
    "PaperUnlocks",
    "PartnerPapers",
    "TaskRead",
    "TaskRest",
    "Tasks",
    "TasksElsewhere",
    "Thread",
    "Unlocks",
    "WaitingPaper",
]
