package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.command.Commands;
import constancia.command.policies.WhenDatesPass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A register in which every command was given once at least, through HTTP: the items that came of it and the commands given. */
public final class EveryCommand {

    static final String REDUCTION = "Nivel local";
    private static final String PERSON = "0194d0c2-0000-7000-8000-0000000000a1";
    private static final String SEAT = "0194d0c2-0000-7000-8000-0000000000a2";
    private static final String MANDATE = "0194d0c2-0000-7000-8000-0000000000a3";
    private static final String COMPONENT = "0194d0c2-0000-7000-8000-0000000000a4";
    private static final String RECOMMENDATION = "0194d0c2-0000-7000-8000-0000000000a5";
    private static final String POINT = "0194d0c2-0000-7000-8000-0000000000a6";
    private static final String MILESTONE = "0194d0c2-0000-7000-8000-0000000000a7";
    private static final String ASKED = "0194d0c2-0000-7000-8000-0000000000a8";
    private static final String ASKED_AGAIN = "0194d0c2-0000-7000-8000-0000000000a9";
    private static final String OBSTACLE = "0194d0c2-0000-7000-8000-0000000000b1";
    private static final String FUNDS = "0194d0c2-0000-7000-8000-0000000000b2";
    private static final String ADDENDUM = "0194d0c2-0000-7000-8000-0000000000b5";
    private static final String ANSWER = "0194d0c2-0000-7000-8000-0000000000b3";
    private static final String DELIBERATION = "0194d0c2-0000-7000-8000-0000000000b4";
    private static final String SERIES = "0194d0c2-0000-7000-8000-0000000000b6";
    private static final String LEFT = "0194d0c2-0000-7000-8000-0000000000b7";
    private static final String DROPPED = "0194d0c2-0000-7000-8000-0000000000b9";
    private static final String OBSERVATION = "0194d0c2-0000-7000-8000-0000000000b8";
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final HttpRegister register;
    private final List<String> items = new ArrayList<>();
    private final Set<String> given = new TreeSet<>();

    private EveryCommand(HttpRegister register) {
        this.register = register;
    }

    public static EveryCommand in(HttpRegister register) {
        var scene = new EveryCommand(register);
        register.person(PERSON);
        assertThat(register.document("test")).isEqualTo(SHA256);
        scene.institutions();
        scene.bodies();
        scene.plansAndActions();
        scene.meetings();
        scene.agreements();
        scene.risks();
        scene.caseFiles();
        scene.succession();
        scene.calendar();
        scene.rectifications();
        return scene;
    }

    /** Paths of the items, without a slash at the end. */
    public List<String> items() {
        return items;
    }

    /** {@code actions} for the creation, {@code actions/mark-delivered} for the others. */
    Set<String> given() {
        return given;
    }

    private void institutions() {
        create("institutions", "'name':'Ministerio de Justicia y Seguridad Pública','acronym':'HE-MJSP','kind':'state','country':'SV','aliases':['HE MJPS'],'effectiveOn':'2010-01-01'");
        create("institutions", "'name':'Programa de las Naciones Unidas para el Desarrollo','acronym':'HE-PNUD','kind':'international','effectiveOn':'2010-01-01'");
        create("institutions", "'name':'Instituto Nacional de la Juventud','acronym':'HE-INJUVE','kind':'state','effectiveOn':'2010-01-01'");
        var council = create("institutions", "'name':'Consejo Nacional de Seguridad','acronym':'HE-CNSP','kind':'state','effectiveOn':'2010-01-01'");
        next(council, "add-alias", "'alias':'HE Consejo de Seguridad','effectiveOn':'2010-02-01'");
        next(council, "rename-institution", "'name':'Consejo Nacional de Seguridad Pública','acronym':'HE-CNSP2','effectiveOn':'2010-03-01','grounds':'Decreto 12.'");
        next(council, "appoint-representative", "'mandate':'" + MANDATE + "','person':'" + PERSON + "','capacity':'representative','office':'Directora','effectiveOn':'2010-04-01'");
        next(council, "end-mandate", "'mandate':'" + MANDATE + "','effectiveOn':'2010-05-01'");
        next(council, "succeed-institution", "'successors':['HE-MJSP'],'kind':'merged','effectiveOn':'2010-06-01','grounds':'Decreto 56.'");
        var closed = create("institutions", "'name':'Fondo de la Paz','acronym':'HE-FONDO','kind':'cooperation','effectiveOn':'2010-01-01'");
        next(closed, "deactivate-institution", "'effectiveOn':'2011-01-01','grounds':'Cerró operaciones.'");
    }

    private void bodies() {
        var council = create("bodies", "'name':'Consejo Nacional de Seguridad Ciudadana','acronym':'HE-CNSCC','kind':'council','effectiveOn':'2011-01-01'");
        next(council, "seat-institution", "'institution':'HE-MJSP','role':'leads','effectiveOn':'2011-01-01'");
        next(council, "seat-institution", "'institution':'HE-INJUVE','role':'member','effectiveOn':'2011-01-01'");
        next(council, "seat-institution", "'seat':'" + SEAT + "','person':'" + PERSON + "','role':'member','until':'2013-01-01','effectiveOn':'2011-01-01'");
        next(council, "vacate-seat", "'seat':'" + SEAT + "','effectiveOn':'2011-02-01'");
        next(council, "set-quorum", "'share':'1/2','effectiveOn':'2011-02-01'");
        next(council, "set-series-template", "'series':'" + SERIES + "','name':'Reunión mensual','place':'Cancillería','mode':'in-person','text':'Se ruega confirmar.',"
                + "'agenda':[{'title':'Acuerdos anteriores','section':'Informes','presenter':'HE-PNUD','minutes':30}],'effectiveOn':'2011-02-01'");
        next(council, "adopt-rules", "'title':'Normas de funcionamiento','text':'Las sesiones son mensuales.','effectiveOn':'2011-02-01'");
        var table = create("bodies", "'name':'Mesa técnica','acronym':'HE-MT','kind':'table','parent':'HE-CNSCC','effectiveOn':'2011-01-01'");
        next(table, "dissolve-body", "'effectiveOn':'2011-06-01','grounds':'Cumplió su cometido.'");
    }

    private void plansAndActions() {
        var plan = create("plans", "'code':'HE-PM','title':'Plan de mejora','kind':'improvement-plan','body':'HE-CNSCC',"
                + "'calendar':[{'period':'T1','from':'2012-01-01','until':'2012-03-31'},{'period':'T2','label':'Segundo trimestre'}],'effectiveOn':'2011-12-09'");
        next(plan, "add-outline-nodes", "'nodes':[{'id':'" + COMPONENT + "','kind':'component','code':'1','text':'Gestión'},{'id':'" + RECOMMENDATION + "','parent':'" + COMPONENT
                + "','kind':'recommendation','text':'Dar seguimiento a los acuerdos'}],'effectiveOn':'2011-12-09'");
        next(plan, "state-assumptions", "'node':'" + COMPONENT + "','assumptions':[{'assumption':'" + SERIES + "','text':'Hay voluntad política.'}],'effectiveOn':'2011-12-09'");
        next(plan, "adopt-plan", "'effectiveOn':'2011-12-20'");
        next(plan, "respond-to-recommendation", "'recommendation':'" + RECOMMENDATION + "','response':'accepted','text':'Se hará.','effectiveOn':'2012-01-05'");
        var action = proposed();
        measured();
        datedByThePolicy(plan, action);
        retired();
        next(plan, "retitle-outline-node", "'node':'" + COMPONENT + "','text':'Gestión del programa','effectiveOn':'2012-02-01'");
        next(plan, "move-outline-node", "'node':'" + RECOMMENDATION + "','effectiveOn':'2012-02-01'");
        next(plan, "add-periods", "'periods':[{'period':'T5','label':'Trimestre 5'}],'effectiveOn':'2012-03-15'");
        next(plan, "expect-reports", "'periods':['T1'],'effectiveOn':'2012-04-01'");
        next(plan, "extend-plan", "'until':'2013-06-30','effectiveOn':'2012-05-01','grounds':'Faltan recursos.'");
        next(plan, "close-plan", "'effectiveOn':'2013-06-30'");
        committed(action);
        carriedOut(action);
    }

    private String proposed() {
        var action = create("actions", "'title':'Definir un mecanismo de seguimiento','detail':'Nacional y local','plan':'HE-PM','node':'" + COMPONENT + "','number':'7','recommendations':['"
                + RECOMMENDATION + "'],'responsible':[{'institution':'HE-MJSP','role':'lead'},{'institution':'HE-PNUD','role':'support','acceptedOn':'2012-01-10'}],"
                + "'schedule':{'periods':['T1','T2']},'territory':['SV-SS'],'alignments':['SDG-16.1'],'means':'Actas','effectiveOn':'2012-01-10'");
        next(action, "amend-action", "'title':'Definir y poner en marcha un mecanismo de seguimiento','effectiveOn':'2012-01-11'");
        next(action, "add-milestone", "'milestone':'" + MILESTONE + "','title':'Mecanismo aprobado','period':'T2','effectiveOn':'2012-01-11'");
        return action;
    }

    private void measured() {
        var indicator = create("indicators", "'name':'Acuerdos cumplidos a tiempo','kind':'result','unit':'%','plan':'HE-PM','node':'" + COMPONENT
                + "','baseline':{'value':40,'on':'2011-11-30','source':'Informe final'},'meansOfVerification':'Actas','disaggregation':['sexo'],'direction':'increase',"
                + "'effectiveOn':'2012-01-10'");
        next(indicator, "set-target", "'period':'T2','value':60.5,'effectiveOn':'2012-01-10'");
        next(indicator, "set-target", "'dueOn':'2012-12-31','value':80,'effectiveOn':'2012-01-10'");
        next(indicator, "record-measurement", "'on':'2012-01-11','value':45,'source':'Actas','disaggregated':[{'dimension':'sexo','category':'mujeres','value':20}],'evidence':['"
                + SHA256 + "'],'effectiveOn':'2012-01-12'");
    }

    private void retired() {
        var indicator = items.stream().filter(item -> item.startsWith("/api/indicators/")).findFirst().orElseThrow();
        await().atMost(Duration.ofSeconds(20)).until(() -> version(indicator) == 5);
        next(indicator, "retire-indicator", "'effectiveOn':'2013-06-30','grounds':'El plan terminó.'");
    }

    private void datedByThePolicy(String plan, String action) {
        int before = version(action);
        next(plan, "date-periods", "'periods':[{'period':'T2','from':'2012-04-01','until':'2012-06-30'}],'effectiveOn':'2012-01-16'");
        await().atMost(Duration.ofSeconds(20)).until(() -> version(action) == before + 1);
    }

    private void committed(String action) {
        next(action, "accept-commitment", "'institution':'HE-MJSP','effectiveOn':'2012-01-20'");
        next(action, "assign-responsible", "'institution':'HE-INJUVE','role':'co-responsible','effectiveOn':'2012-01-20'");
        next(action, "decline-commitment", "'institution':'HE-INJUVE','effectiveOn':'2012-01-25','grounds':'Sin personal.'");
        next(action, "release-responsible", "'institution':'HE-PNUD','effectiveOn':'2012-01-25','grounds':'Terminó su mandato.'");
        next(action, "schedule-action", "'from':'2012-01-10','dueOn':'2012-09-30','effectiveOn':'2012-01-26','grounds':'Lo acordó el consejo.'");
        next(action, "request-extension", "'extension':'" + ASKED + "','institution':'HE-MJSP','dueOn':'2012-10-31','effectiveOn':'2012-02-01','grounds':'Faltan fondos.'");
        next(action, "grant-extension", "'extension':'" + ASKED + "','effectiveOn':'2012-02-10'");
        next(action, "request-extension", "'extension':'" + ASKED_AGAIN + "','institution':'HE-MJSP','dueOn':'2012-12-31','effectiveOn':'2012-03-01','grounds':'Aún faltan.'");
        next(action, "refuse-extension", "'extension':'" + ASKED_AGAIN + "','effectiveOn':'2012-03-10','grounds':'No procede.'");
    }

    private void carriedOut(String action) {
        next(action, "commit-funding", "'funding':'" + FUNDS + "','source':'PNUD','state':'available','amount':1000.50,'currency':'USD','effectiveOn':'2012-02-01'");
        next(action, "record-expenditure", "'amount':250,'currency':'USD','description':'Impresión','funding':'" + FUNDS + "','effectiveOn':'2012-03-01'");
        next(action, "refer-to-poa", "'institution':'HE-MJSP','references':[{'year':2012,'code':'2.1.4','text':'Seguimiento'}],'effectiveOn':'2012-02-15'");
        var before = id(create("actions", "'title':'Nombrar a los enlaces','effectiveOn':'2012-01-10'"));
        next(action, "add-dependency", "'predecessor':'" + before + "','effectiveOn':'2012-02-15'");
        next(action, "remove-dependency", "'predecessor':'" + before + "','effectiveOn':'2012-02-20','grounds':'Ya hay enlaces.'");
        next(action, "escalate-action", "'body':'HE-CNSCC','effectiveOn':'2012-02-25','grounds':'Nadie responde.'");
        next(action, "report-impediment", "'impediment':'" + OBSTACLE + "','text':'Sin reglamento','liftedBy':'HE-MJSP','effectiveOn':'2012-03-01'");
        next(action, "escalate-impediment", "'impediment':'" + OBSTACLE + "','body':'HE-CNSCC','effectiveOn':'2012-03-05'");
        next(action, "resolve-impediment", "'impediment':'" + OBSTACLE + "','text':'Se aprobó.','effectiveOn':'2012-03-15'");
        next(action, "report-progress", "'institution':'HE-MJSP','percent':40,'narrative':'Va bien.','evidence':['" + SHA256 + "'],'effectiveOn':'2012-04-01'");
        next(action, "reach-milestone", "'milestone':'" + MILESTONE + "','effectiveOn':'2012-06-15'");
        next(action, "add-milestone", "'milestone':'" + DROPPED + "','title':'Manual impreso','dueOn':'2012-05-31','effectiveOn':'2012-04-01'");
        next(action, "reschedule-milestone", "'milestone':'" + DROPPED + "','dueOn':'2012-08-31','effectiveOn':'2012-05-20','grounds':'Se atrasó la imprenta.'");
        next(action, "drop-milestone", "'milestone':'" + DROPPED + "','effectiveOn':'2012-06-10','grounds':'Se publicará en línea.'");
        next(action, "attach-evidence", "'evidence':['" + SHA256 + "'],'caption':'Acta','effectiveOn':'2012-06-15'");
        next(action, "mark-delivered", "'institution':'HE-MJSP','narrative':'Hecho.','effectiveOn':'2012-07-01'");
        next(action, "return-delivery", "'institution':'HE-MJSP','effectiveOn':'2012-07-05','grounds':'Falta el acta.'");
        next(action, "mark-delivered", "'institution':'HE-MJSP','effectiveOn':'2012-07-10'");
        next(action, "verify-delivery", "'institution':'HE-MJSP','finding':'substantial','text':'Consta.','effectiveOn':'2012-07-20'");
        next(action, "reopen-action", "'institutions':['HE-MJSP'],'effectiveOn':'2012-08-01','grounds':'Se revocó.'");
        next(action, "cancel-action", "'effectiveOn':'2012-08-15','grounds':'Ya no procede.'");
        next(action, "reopen-action", "'effectiveOn':'2012-09-01','grounds':'Procede de nuevo.'");
    }

    private void meetings() {
        var held = create("meetings", "'body':'HE-CNSCC','startsAt':'2012-09-10T09:00:00-06:00','place':'Casa Presidencial','mode':'in-person','agenda':[{'item':'" + POINT
                + "','title':'Plan de trabajo','presenter':'HE-PNUD','minutes':30}],'effectiveOn':'2012-09-01'");
        next(held, "add-agenda-item", "'title':'Próxima sesión','section':'Varios','effectiveOn':'2012-09-02'");
        next(held, "postpone-meeting", "'startsAt':'2012-09-12T09:00:00-06:00','effectiveOn':'2012-09-03','grounds':'A petición del Ministro.'");
        next(held, "answer-convocation", "'institution':'HE-MJSP','person':'" + PERSON + "','answer':'accepts','effectiveOn':'2012-09-04'");
        next(held, "open-meeting", "'attendance':[{'institution':'HE-MJSP','person':'" + PERSON + "','capacity':'alternate'},{'institution':'HE-INJUVE'}],'effectiveOn':'2012-09-12'");
        deliberated(held);
        next(held, "close-agenda-item", "'item':'" + POINT + "','outcome':'decision','effectiveOn':'2012-09-12'");
        next(held, "close-meeting", "'effectiveOn':'2012-09-12'");
        var cancelled = create("meetings", "'body':'HE-CNSCC','startsAt':'2012-10-10T09:00:00-06:00','effectiveOn':'2012-10-01'");
        next(cancelled, "cancel-meeting", "'effectiveOn':'2012-10-02','grounds':'Sin fecha.'");
        minuted();
    }

    private void minuted() {
        var monthly = create("meetings", "'body':'HE-CNSCC','startsAt':'2012-11-07T09:00:00-06:00','series':'" + SERIES + "','agenda':[{'item':'" + LEFT
                + "','title':'Financiamiento'}],'effectiveOn':'2012-11-01'");
        next(monthly, "open-meeting", "'attendance':[{'institution':'HE-MJSP'}],'effectiveOn':'2012-11-07'");
        next(monthly, "close-agenda-item", "'item':'" + LEFT + "','outcome':'not-reached','effectiveOn':'2012-11-07'");
        next(monthly, "close-meeting", "'effectiveOn':'2012-11-07'");
        next(monthly, "draft-minutes", "'effectiveOn':'2012-11-08'");
        next(monthly, "circulate-minutes", "'observationsUntil':'2012-11-09','effectiveOn':'2012-11-08'");
        next(monthly, "acknowledge-minutes", "'institution':'HE-MJSP','effectiveOn':'2012-11-08'");
        next(monthly, "observe-minutes", "'observation':'" + OBSERVATION + "','institution':'HE-MJSP','text':'Falta el lugar.','effectiveOn':'2012-11-09'");
        next(monthly, "answer-observation", "'observation':'" + OBSERVATION + "','taken':true,'why':'Así fue.','effectiveOn':'2012-11-10'");
        next(monthly, "draft-minutes", "'text':'Minuta con el lugar.','effectiveOn':'2012-11-10'");
        next(monthly, "circulate-minutes", "'effectiveOn':'2012-11-10'");
        next(monthly, "approve-minutes", "'effectiveOn':'2012-11-12'");
        next(monthly, "sign-minutes", "'institution':'HE-MJSP','person':'" + PERSON + "','capacity':'representative','document':'" + SHA256 + "','effectiveOn':'2012-11-13'");
        next(monthly, "issue-corrigendum", "'text':'Donde dice lugar, léase sede.','effectiveOn':'2012-11-20','grounds':'Error de transcripción.'");
        create("meetings", "'body':'HE-CNSCC','startsAt':'2012-12-05T09:00:00-06:00','series':'" + SERIES + "','agenda':[{'title':'Financiamiento','carriedFrom':{'meeting':'"
                + id(monthly) + "','item':'" + LEFT + "'}}],'effectiveOn':'2012-12-01'");
    }

    private void deliberated(String meeting) {
        var of = "'deliberation':'" + DELIBERATION + "','effectiveOn':'2012-09-12',";
        next(meeting, "put-question", of + "'item':'" + POINT + "','question':'¿Qué se hace primero?'");
        next(meeting, "record-position", of + "'institution':'HE-INJUVE','text':'Primero lo preventivo.'");
        next(meeting, "compile-proposal", of + "'options':['Lo preventivo','Lo urgente']");
        next(meeting, "assess-proposal", of + "'institution':'HE-MJSP','assessment':'disagrees','text':'Primero lo urgente.'");
        next(meeting, "put-second-proposal", of + "'options':['Ambas cosas, por etapas']");
        next(meeting, "assess-proposal", of + "'institution':'HE-MJSP','assessment':'agrees'");
        next(meeting, "conclude-deliberation", of + "'outcome':'consensus'");
        next(meeting, "classify-deliberation", of + "'class':'reserved','until':'2013-12-31','legalBasis':'Art. 19, LAIP','grounds':'En curso.'");
        next(meeting, "classify-meeting", "'class':'reserved','field':'text','until':'2013-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2012-09-12','grounds':'En curso.'");
        passed(WhenDatesPass.MEETING_RESERVE, meeting);
        next(meeting, "put-question", "'question':'¿Qué sigue?','takesUp':{'meeting':'" + id(meeting) + "','deliberation':'" + DELIBERATION + "'},'effectiveOn':'2012-09-12'");
    }

    private void agreements() {
        var meeting = id(items.stream().filter(item -> item.startsWith("/api/meetings/")).findFirst().orElseThrow());
        var action = id(items.stream().filter(item -> item.startsWith("/api/actions/")).findFirst().orElseThrow());
        var decision = create("agreements", "'kind':'decision','title':'Plan de trabajo','text':'Aprobar el plan.','meeting':'" + meeting + "','item':'" + POINT
                + "','deliberation':'" + DELIBERATION + "','adoption':'consensus','effectiveOn':'2012-09-12'");
        next(decision, "record-reservation", "'institution':'HE-MJSP','text':'Sujeto a presupuesto.','effectiveOn':'2012-09-12'");
        next(decision, "link-action", "'action':'" + action + "','effectiveOn':'2012-09-15'");
        next(decision, "classify-agreement", "'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2012-09-15','grounds':'En curso.'");
        next(decision, "suspend-agreement", "'effectiveOn':'2012-10-01','grounds':'Falta de fondos.'");
        next(decision, "resume-agreement", "'effectiveOn':'2012-11-01'");
        var newer = create("agreements", "'kind':'decision','title':'Plan revisado','text':'Aprobar.','body':'HE-CNSCC','effectiveOn':'2012-12-01'");
        next(decision, "supersede-agreement", "'by':'" + id(newer) + "','effectiveOn':'2012-12-01'");
        next(newer, "relate-agreement", "'agreement':'" + id(decision) + "','kind':'derives-from','effectiveOn':'2012-12-02'");
        next(newer, "terminate-agreement", "'effectiveOn':'2013-01-01','grounds':'Sin efecto.'");
        drafted();
        var convenio = create("agreements", "'kind':'cooperation-agreement','title':'Convenio','text':'Las partes convienen.','parties':[{'institution':'HE-MJSP','mustSign':true,"
                + "'mustRatify':true},{'institution':'HE-PNUD','mustSign':false}],'validFrom':'2013-01-01','validUntil':'2013-12-31','effectiveOn':'2012-12-01'");
        next(convenio, "sign-agreement", "'institution':'HE-MJSP','person':'" + PERSON + "','document':'" + SHA256
                + "','signer':{'capacity':'representative','office':'Ministro','since':'2009-06-01'},'effectiveOn':'2012-12-05'");
        next(convenio, "ratify-agreement", "'institution':'HE-MJSP','document':'" + SHA256 + "','effectiveOn':'2012-12-20'");
        next(convenio, "renew-agreement", "'validUntil':'2014-12-31','effectiveOn':'2013-12-01'");
        next(convenio, "add-addendum", "'addendum':'" + ADDENDUM + "','title':'Adenda 1','text':'Se incorpora una parte.','newText':'Las partes convienen de nuevo.',"
                + "'validUntil':'2015-12-31','addParties':[{'institution':'HE-INJUVE','mustSign':true}],'removeParties':['HE-PNUD'],'signatories':['HE-MJSP'],"
                + "'effectiveOn':'2014-01-10'");
        next(convenio, "submit-for-legal-review", "'addendum':'" + ADDENDUM + "','reviewer':'HE-PNUD','effectiveOn':'2014-01-11'");
        next(convenio, "return-for-changes", "'addendum':'" + ADDENDUM + "','effectiveOn':'2014-01-12','grounds':'Falta la base legal.'");
        next(convenio, "revise-addendum", "'addendum':'" + ADDENDUM + "','text':'Se incorpora una parte según la ley.','effectiveOn':'2014-01-12'");
        next(convenio, "submit-for-legal-review", "'addendum':'" + ADDENDUM + "','reviewer':'HE-PNUD','effectiveOn':'2014-01-13'");
        next(convenio, "clear-legal-review", "'addendum':'" + ADDENDUM + "','effectiveOn':'2014-01-14'");
        next(convenio, "sign-addendum", "'addendum':'" + ADDENDUM + "','institution':'HE-MJSP','person':'" + PERSON + "','document':'" + SHA256 + "','effectiveOn':'2014-01-15'");
        next(convenio, "sign-addendum", "'addendum':'" + ADDENDUM + "','institution':'HE-INJUVE','effectiveOn':'2014-01-20'");
        next(convenio, "declare-fulfilled", "'effectiveOn':'2014-12-01'");
    }

    private void drafted() {
        var memorandum = create("agreements", "'kind':'memorandum','title':'Memorando','text':'Se colaborará.','parties':[{'institution':'HE-MJSP','mustSign':true}],"
                + "'clauses':[{'kind':'delegates','text':'Deciden los mandos medios.','delegates':[{'institution':'HE-MJSP','person':'" + PERSON + "'}]}],'effectiveOn':'2013-01-10'");
        next(memorandum, "submit-for-legal-review", "'reviewer':'HE-PNUD','effectiveOn':'2013-01-12'");
        next(memorandum, "return-for-changes", "'effectiveOn':'2013-01-20','grounds':'Falta la base legal.'");
        next(memorandum, "revise-draft", "'title':'Memorando de entendimiento','text':'Se colaborará según la ley.','effectiveOn':'2013-01-22'");
        next(memorandum, "submit-for-legal-review", "'reviewer':'HE-PNUD','effectiveOn':'2013-01-23'");
        next(memorandum, "clear-legal-review", "'text':'Conforme.','effectiveOn':'2013-01-30'");
        next(memorandum, "sign-agreement", "'institution':'HE-MJSP','effectiveOn':'2013-02-01'");
        var pronouncement = create("agreements", "'kind':'pronouncement','title':'Ley del Agua','text':'Se llama a aprobarla.','body':'HE-CNSCC','draft':true,"
                + "'addressees':[{'institution':'HE-PNUD'},{'name':'Asamblea Legislativa'}],'effectiveOn':'2013-02-01'");
        next(pronouncement, "consult-institutions", "'consultation':'" + ASKED + "','institutions':['HE-MJSP','HE-INJUVE'],'text':'¿Qué opina?','dueOn':'2013-02-08','effectiveOn':'2013-02-02'");
        next(pronouncement, "record-response", "'consultation':'" + ASKED + "','institution':'HE-MJSP','response':'observations','text':'Falta el plazo.','document':'" + SHA256
                + "','effectiveOn':'2013-02-05'");
        next(pronouncement, "issue-pronouncement", "'answersUntil':'2013-03-10','effectiveOn':'2013-02-10'");
        next(pronouncement, "record-response", "'name':'Asamblea Legislativa','response':'accepted','effectiveOn':'2013-03-01'");
        next(memorandum, "merge-agreement", "'into':'" + id(pronouncement) + "','effectiveOn':'2013-03-01'");
        var part = create("agreements", "'kind':'decision','title':'Parte','text':'Una parte.','body':'HE-CNSCC','effectiveOn':'2013-03-01'");
        var whole = create("agreements", "'kind':'decision','title':'Todo','text':'Las dos partes.','body':'HE-CNSCC','effectiveOn':'2013-03-01'");
        next(whole, "split-agreement", "'into':['" + id(part) + "','" + id(pronouncement) + "'],'effectiveOn':'2013-03-02'");
        next(part, "terminate-agreement", "'effectiveOn':'2013-04-01','grounds':'Sin efecto.'");
    }

    private void risks() {
        var risk = create("risks", "'scenario':'Cambios de autoridades','plan':'HE-PM','body':'HE-CNSCC','warningSigns':['Rumores'],'preventive':['Mandos medios'],"
                + "'damageReduction':['" + REDUCTION + "'],'adjustments':['Reenfocar'],'actions':['" + id(items.stream().filter(item -> item.startsWith("/api/actions/")).findFirst()
                .orElseThrow()) + "'],'watches':{'node':'" + COMPONENT + "','assumption':'" + SERIES + "'},'effectiveOn':'2012-01-10'");
        var item = register.get(risk).is(200).body();
        next(risk, "report-warning-sign", "'sign':'" + item.at("/warningSigns/0/id").asString() + "','text':'En la prensa','effectiveOn':'2012-02-01'");
        next(risk, "declare-materialised", "'effectiveOn':'2012-03-01','grounds':'Hubo cambio de ministro.'");
        proposedByThePolicy(register.get(risk).is(200).body().at("/damageReduction/0/action").asString());
        next(risk, "activate-measure", "'measure':'" + item.at("/damageReduction/0/id").asString() + "','effectiveOn':'2012-03-02'");
        next(risk, "close-risk", "'effectiveOn':'2012-06-01','grounds':'Se restablecieron los vínculos.'");
    }

    private void proposedByThePolicy(String action) {
        await().atMost(Duration.ofSeconds(20)).until(() -> register.get("/api/actions/" + action).status() == 200);
        items.add("/api/actions/" + action);
    }

    private void caseFiles() {
        var agreement = id(items.stream().filter(item -> item.startsWith("/api/agreements/")).findFirst().orElseThrow());
        var meeting = id(items.stream().filter(item -> item.startsWith("/api/meetings/")).findFirst().orElseThrow());
        var action = id(items.stream().filter(item -> item.startsWith("/api/actions/")).findFirst().orElseThrow());
        var other = create("case-files", "'title':'Cambio de autoridades','effectiveOn':'2013-01-01'");
        var file = create("case-files", "'title':'Vínculos con el Ministerio','detail':'Tras el cambio de autoridades.','body':'HE-CNSCC','coordinator':'HE-PNUD','kind':'seguimiento','parties':['HE-MJSP'],'effectiveOn':'2013-01-10'");
        next(file, "enter-stage", "'stage':'Recepción','institution':'HE-PNUD','dueOn':'2013-01-20','effectiveOn':'2013-01-10'");
        next(file, "assign-coordinator", "'institution':'HE-INJUVE','effectiveOn':'2013-01-11'");
        next(file, "link-to-case-file", "'agreement':'" + agreement + "','reason':'Es el acuerdo vigente.','effectiveOn':'2013-01-12'");
        next(file, "link-to-case-file", "'action':'" + action + "','effectiveOn':'2013-01-12'");
        next(file, "link-to-case-file", "'meeting':'" + meeting + "','effectiveOn':'2013-01-12'");
        next(file, "link-to-case-file", "'document':'" + SHA256 + "','effectiveOn':'2013-01-12'");
        next(file, "link-to-case-file", "'caseFile':'" + id(other) + "','effectiveOn':'2013-01-12'");
        next(file, "note-in-case-file", "'kind':'note','text':'Rumores en los medios.','effectiveOn':'2013-01-13'");
        next(file, "note-in-case-file", "'kind':'aide-memoire','text':'Se mantiene el compromiso.','with':['HE-MJSP'],'heldOn':'2013-01-14','effectiveOn':'2013-01-15'");
        next(file, "record-correspondence", "'correspondence':'" + FUNDS + "','direction':'incoming','institution':'HE-MJSP','reference':'MJSP-12/2013','subject':'Nombra a su enlace','document':'"
                + SHA256 + "','heldBy':'HE-PNUD','dueOn':'2013-01-20','effectiveOn':'2013-01-13'");
        next(file, "forward-correspondence", "'correspondence':'" + FUNDS + "','to':'HE-INJUVE','text':'Para su opinión.','effectiveOn':'2013-01-14'");
        next(file, "settle-correspondence", "'correspondence':'" + FUNDS + "','text':'Se respondió.','effectiveOn':'2013-01-16'");
        next(file, "await-institution", "'awaiting':'" + ANSWER + "','institution':'HE-MJSP','text':'Que nombre a su enlace.','dueOn':'2013-02-01','effectiveOn':'2013-01-15'");
        next(file, "receive-answer", "'awaiting':'" + ANSWER + "','text':'Lo nombró.','document':'" + SHA256 + "','effectiveOn':'2013-02-03'");
        next(file, "resolve-case-file", "'resolution':'Los vínculos quedaron restablecidos.','agreement':'" + agreement + "','effectiveOn':'2013-03-01'");
        next(file, "close-case-file", "'effectiveOn':'2013-03-02'");
        next(file, "classify-case-file", "'class':'reserved','until':'2013-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2013-03-02','grounds':'En curso.'");
        passed(WhenDatesPass.CASE_FILE_RESERVE, file);
        next(file, "reopen-case-file", "'effectiveOn':'2013-06-01','grounds':'Nuevo cambio de autoridades.'");
        next(file, "await-institution", "'institution':'HE-MJSP','text':'Que confirme el convenio.','effectiveOn':'2013-06-02'");
    }

    private void succession() {
        create("institutions", "'name':'Secretaría de Asuntos Estratégicos','acronym':'HE-SAE','kind':'state','effectiveOn':'2010-01-01'");
        create("institutions", "'name':'Secretaría de Participación','acronym':'HE-SPT','kind':'state','effectiveOn':'2010-01-01'");
        var split = create("institutions", "'name':'Secretaría Técnica','acronym':'HE-STP','kind':'state','effectiveOn':'2010-01-01'");
        var action = create("actions", "'title':'Coordinar a los enlaces','responsible':[{'institution':'HE-STP','role':'lead'}],'effectiveOn':'2013-02-01'");
        next(split, "succeed-institution", "'successors':['HE-SAE','HE-SPT'],'kind':'split','effectiveOn':'2014-06-01','grounds':'Decreto 1.'");
        next(action, "transfer-commitment", "'institution':'HE-STP','to':'HE-SAE','effectiveOn':'2014-06-01','grounds':'Decreto 1, artículo 3.'");
    }

    /** What the calendar would find of them, and only of them: other tests' items are none of its business here. */
    private void calendar() {
        var agreement = create("agreements", "'kind':'decision','title':'Medidas transitorias','text':'Rigen seis meses.','body':'HE-CNSCC','validUntil':'2013-06-30',"
                + "'effectiveOn':'2013-01-15'");
        next(agreement, "classify-agreement", "'class':'reserved','until':'2013-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2013-01-15','grounds':'En curso.'");
        var action = items.stream().filter(item -> item.startsWith("/api/actions/")).findFirst().orElseThrow();
        passed(WhenDatesPass.DUE_DATE, action);
        passed(WhenDatesPass.VALIDITY, agreement);
        passed(WhenDatesPass.RESERVE, agreement);
    }

    private void passed(WhenDatesPass kind, String item) {
        register.bean(Commands.class).send(kind.command(UUID.fromString(id(item)), LocalDate.of(2014, 6, 1)), WhenDatesPass.BY, null);
    }

    private void rectifications() {
        rectified("institutions", "'country':'HN'");
        rectified("bodies", "'kind':'committee'");
        rectified("plans", "'title':'Plan de mejora 2011'");
        rectified("actions", "'detail':'Nacional, departamental y local'");
        rectified("meetings", "'place':'Cancillería'");
        rectified("agreements", "'text':'Aprobar el plan de trabajo.'");
        rectified("case-files", "'detail':'Tras el cambio de gobierno.'");
        rectified("indicators", "'unit':'por ciento'");
        rectified("risks", "'scenario':'Cambio de autoridades'");
        var item = first("institutions");
        next(item, "rectify", "'record':" + version(item) + ",'void':true,'effectiveOn':'2014-12-31','grounds':'El acta decía bien.'");
    }

    private void rectified(String collection, String fields) {
        next(first(collection), "rectify", "'record':1,'replacement':{" + fields + "},'effectiveOn':'2014-12-31','grounds':'El acta dice otra cosa.'");
    }

    private String first(String collection) {
        return items.stream().filter(item -> item.startsWith("/api/" + collection + "/")).findFirst().orElseThrow();
    }

    private int version(String item) {
        return register.get(item).is(200).body().get("version").asInt();
    }

    private String create(String collection, String fields) {
        given.add(collection);
        var item = "/api/" + collection + "/" + register.post("/api/" + collection, "{" + fields + "}").is(201).id();
        items.add(item);
        return item;
    }

    private Reply next(String item, String command, String fields) {
        given.add(item.split("/")[2] + "/" + command);
        var reply = register.post(item + "/" + command, "{" + fields + "}");
        assertThat(reply.status()).as(command + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static String id(String item) {
        return item.substring(item.lastIndexOf('/') + 1);
    }
}
